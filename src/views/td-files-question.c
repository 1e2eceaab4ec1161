/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-files-question"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ask-dialog.h"
#include "td-file-dialog.h"
#include "td-files-question.h"

/* Saving certificates as many files: first the folder, then what shares a file and how they are named. */

/**
 * TdFilesQuestion:
 *
 * @each: what has a file of its own
 * @rule: how files are named; %NULL for the usual
 * @replace: take the place of files that are there
 */
struct _TdFilesQuestion
{
  TdEntity parent_instance;

  char *each;
  char *rule;
  gboolean replace;
};

static const TdChoice each_choices[] = {
  { "person", N_ ("Each certificate") },
  { "unit", N_ ("Each unit") },
  { NULL },
};

#define VALUE(member) TD_ENTITY_FIELD (TdFilesQuestion, member)
static const TdField files_question_fields[] = {
  { "each", N_ ("One file for"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED, VALUE (each), .choices = each_choices },
  { "rule", N_ ("Names of the files"), TD_FIELD_TEXT, 0, VALUE (rule) },
  { "replace", N_ ("Replace files that are there"), TD_FIELD_BOOLEAN, 0, VALUE (replace) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdFilesQuestion, td_files_question, "files_question", N_ ("Question"), files_question_fields)

/* What was asked for, kept until the files are there. */
#define TD_TYPE_FILES_REQUEST (td_files_request_get_type ())
G_DECLARE_FINAL_TYPE (TdFilesRequest, td_files_request, TD, FILES_REQUEST, GObject)

struct _TdFilesRequest
{
  GObject parent_instance;

  GtkWidget *parent;
  TdSession *session;
  gint64 decision_id;
  TdCertificateOptions options; /* its texts and ids are ours */
  char *folder;
};

G_DEFINE_FINAL_TYPE (TdFilesRequest, td_files_request, G_TYPE_OBJECT)

static void
td_files_request_finalize (GObject *object)
{
  TdFilesRequest *self = TD_FILES_REQUEST (object);

  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_free ((char *) self->options.template_name);
  g_free ((gint64 *) self->options.award_ids);
  g_free ((gint64 *) self->options.except_ids);
  g_free (self->folder);
  G_OBJECT_CLASS (td_files_request_parent_class)->finalize (object);
}

static void
td_files_request_class_init (TdFilesRequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_files_request_finalize;
}

static void
td_files_request_init (TdFilesRequest *self)
{
}

static TdJob *
make_files (TdEntity *question, gpointer owner)
{
  TdFilesRequest *self = owner;
  const TdFilesQuestion *q = TD_FILES_QUESTION (question);
  TdCertificateFilesBy by = g_strcmp0 (q->each, "unit") == 0 ? TD_CERTIFICATE_FILES_UNIT : TD_CERTIFICATE_FILES_PERSON;

  return td_certificate_files_job (self->decision_id, self->folder, by, q->rule, q->replace, &self->options);
}

static void
folder_cb (const char *path, gpointer owner)
{
  TdFilesRequest *self = owner;
  g_autoptr (TdFilesQuestion) question = g_object_new (TD_TYPE_FILES_QUESTION, "each", "person", NULL);
  TdAsk ask = { _ ("Save as Several Files"),
                _ ("Files are named by {register}, {number}, {name}, {unit}, {form}, {decision} and {year}; without a rule by register number and name, or by unit."),
                _ ("Save"), _ ("The files are saved."), make_files };

  g_free (self->folder);
  self->folder = g_strdup (path);
  td_ask_dialog_present (self->parent, self->session, &ask, TD_ENTITY (question), self);
}

/**
 * td_files_question_present:
 * @parent: a widget of the window that asks
 * @session: whose office it is
 * @decision_id: a decision
 * @options: what the certificates are printed on, copied
 *
 * Asks for a folder and how files are named, and saves the certificates there.
 */
void
td_files_question_present (GtkWidget *parent, TdSession *session, gint64 decision_id, const TdCertificateOptions *options)
{
  g_autoptr (TdFilesRequest) request = g_object_new (TD_TYPE_FILES_REQUEST, NULL);

  request->parent = g_object_ref (parent);
  request->session = g_object_ref (session);
  request->decision_id = decision_id;
  request->options = *options;
  request->options.template_name = g_strdup (options->template_name);
  request->options.award_ids = g_memdup2 (options->award_ids, options->n_awards * sizeof *options->award_ids);
  request->options.except_ids = g_memdup2 (options->except_ids, options->n_except * sizeof *options->except_ids);
  td_file_dialog_folder (parent, _ ("Folder for the Certificates"), folder_cb, request);
}
