/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-passphrase"

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "td-cli.h"

/* Passphrases come from the terminal, a file or the standard input, never from the words of a command, which
 * every user of the machine can read. */

#define MOST_BYTES 1024

/* The first line, in a buffer that is wiped. */
static gboolean
read_line (int fd, char line[MOST_BYTES])
{
  gsize n = 0;
  gssize got = 1;

  while (n < MOST_BYTES - 1 && (got = read (fd, line + n, 1)) == 1 && line[n] != '\n' && line[n] != '\3')
    n++;
  if (got == 1 && (n == MOST_BYTES - 1 || line[n] == '\3'))
    n = 0; /* too long, or broken off by Ctrl+C */
  line[n] = '\0';
  while (n > 0 && line[n - 1] == '\r')
    line[--n] = '\0';
  return n > 0;
}

static TdSecret *
take_line (int fd)
{
  char line[MOST_BYTES];
  TdSecret *secret = read_line (fd, line) ? td_secret_new (line) : NULL;

  explicit_bzero (line, sizeof line);
  return secret;
}

/* What is typed is not shown, and Ctrl+C leaves the terminal as it was. */
static TdSecret *
ask (int terminal, const char *question)
{
  struct termios before, now;
  TdSecret *secret;

  if (tcgetattr (terminal, &before) != 0)
    return NULL;
  now = before;
  now.c_lflag &= ~(ECHO | ISIG);
  now.c_lflag |= ICANON;
  now.c_cc[VEOL] = '\3';
  tcsetattr (terminal, TCSAFLUSH, &now);
  if (write (terminal, question, strlen (question)) < 0)
    g_debug ("nobody sees the question");
  secret = take_line (terminal);
  tcsetattr (terminal, TCSAFLUSH, &before);
  if (write (terminal, "\n", 1) < 0)
    g_debug ("nobody sees the answer");
  return secret;
}

static TdSecret *
ask_at_terminal (const char *question, gboolean twice, int *exit_code)
{
  int terminal = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  g_autoptr (TdSecret) secret = NULL, again = NULL;

  if (terminal < 0)
    {
      *exit_code = td_cli_usage ("%s", _ ("The passphrase is missing, and there is no terminal to ask for it: --passphrase-file FILE, or - for the standard input."));
      return NULL;
    }
  secret = ask (terminal, question);
  if (secret != NULL && twice)
    again = ask (terminal, _ ("The same once more: "));
  close (terminal);
  if (secret == NULL || (twice && (again == NULL || !td_secret_equal (secret, again))))
    {
      g_printerr ("%s\n", secret == NULL ? _ ("There is no passphrase.") : _ ("The two are not the same."));
      *exit_code = TD_CLI_FAILED;
      return NULL;
    }
  return g_steal_pointer (&secret);
}

static TdSecret *
read_from_file (const char *path)
{
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  TdSecret *secret = NULL;

  /* Also what a shell makes of <(…); a device has no end. */
  if (fd >= 0 && fstat (fd, &status) == 0 && (S_ISREG (status.st_mode) || S_ISFIFO (status.st_mode)))
    {
      fcntl (fd, F_SETFL, fcntl (fd, F_GETFL) & ~O_NONBLOCK);
      secret = take_line (fd);
    }
  if (fd >= 0)
    close (fd);
  return secret;
}

static TdSecret *
read_passphrase (const char *path, const char *question, gboolean twice, int *exit_code)
{
  TdSecret *secret;

  if (path == NULL)
    return ask_at_terminal (question, twice, exit_code);
  secret = g_str_equal (path, "-") ? take_line (STDIN_FILENO) : read_from_file (path);
  if (secret == NULL)
    {
      g_printerr ("%s\n", _ ("No passphrase could be read: it is the first line of the file."));
      *exit_code = TD_CLI_FAILED;
    }
  return secret;
}

/**
 * td_cli_read_passphrase:
 * @args: the command, perhaps with --passphrase-file
 * @twice: whether a person must type it twice, since it is new
 * @exit_code: (out): why there is none
 *
 * Returns: (transfer full) (nullable): the passphrase
 */
TdSecret *
td_cli_read_passphrase (TdCliArgs *args, gboolean twice, int *exit_code)
{
  return read_passphrase (args->passphrase_file, _ ("Passphrase: "), twice, exit_code);
}

/**
 * td_cli_read_new_passphrase:
 * @args: a command
 * @exit_code: (out): what to end with when there is none
 *
 * Reads what shall open a key in place of the passphrase there is: --new-passphrase-file, or asked for twice.
 *
 * Returns: (transfer full) (nullable): the new passphrase
 */
TdSecret *
td_cli_read_new_passphrase (TdCliArgs *args, int *exit_code)
{
  return read_passphrase (args->new_passphrase_file, _ ("New passphrase: "), TRUE, exit_code);
}
