/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entry-steps"

#include "config.h"

#include "td-entry-steps.h"

/* A list of steps and a place in it: before it what can be undone, after it what can be redone. */

struct _TdEntrySteps
{
  GPtrArray *steps;
  guint place;
  TdEntryStep *open; /* being collected */
};

static void
change_free (TdEntryChange *change)
{
  g_object_unref (change->line);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static void
step_free (TdEntryStep *step)
{
  g_clear_pointer (&step->changes, g_ptr_array_unref);
  g_clear_object (&step->line);
  g_free (step);
}

/**
 * td_entry_steps_new:
 *
 * Returns: (transfer full): no steps
 */
TdEntrySteps *
td_entry_steps_new (void)
{
  TdEntrySteps *self = g_new0 (TdEntrySteps, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  return self;
}

/**
 * td_entry_steps_free:
 * @self: (transfer full): steps
 */
void
td_entry_steps_free (TdEntrySteps *self)
{
  g_clear_pointer (&self->open, step_free);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static void
take (TdEntrySteps *self, TdEntryStep *step)
{
  g_ptr_array_set_size (self->steps, self->place);
  g_ptr_array_add (self->steps, step);
  self->place++;
}

/**
 * td_entry_steps_begin:
 * @self: steps
 *
 * The changes that follow are one step, until td_entry_steps_end().
 */
void
td_entry_steps_begin (TdEntrySteps *self)
{
  g_return_if_fail (self->open == NULL);

  self->open = g_new0 (TdEntryStep, 1);
  self->open->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
}

/**
 * td_entry_steps_add:
 * @self: steps, begun
 * @line: a line
 * @column: the cell that changes
 * @before: its text before
 * @after: its text from now on
 */
void
td_entry_steps_add (TdEntrySteps *self, TdEntryLine *line, TdEntryColumn column, const char *before, const char *after)
{
  TdEntryChange *change = g_new0 (TdEntryChange, 1);

  g_return_if_fail (self->open != NULL);

  change->line = g_object_ref (line);
  change->column = column;
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  g_ptr_array_add (self->open->changes, change);
}

/**
 * td_entry_steps_end:
 * @self: steps, begun
 *
 * A step without a change is none.
 */
void
td_entry_steps_end (TdEntrySteps *self)
{
  TdEntryStep *step = g_steal_pointer (&self->open);

  if (step->changes->len > 0)
    take (self, step);
  else
    step_free (step);
}

static gboolean
is_only_about (const TdEntryStep *step, TdEntryLine *line)
{
  for (guint i = 0; step->changes != NULL && i < step->changes->len; i++)
    if (((TdEntryChange *) g_ptr_array_index (step->changes, i))->line != line)
      return FALSE;
  return step->changes != NULL;
}

static gboolean
is_about (const TdEntryStep *step, TdEntryLine *line)
{
  return step->line == line;
}

/**
 * td_entry_steps_taken:
 * @self: steps
 * @line: a line that the office file has taken as one action
 * @keeps: whether it was new to it
 *
 * What led to a change of a line that was kept before is now that action. What led to a new line
 * stays: when its keeping is undone, it can still be undone cell by cell.
 */
void
td_entry_steps_taken (TdEntrySteps *self, TdEntryLine *line, gboolean keeps)
{
  TdEntryStep *step = g_new0 (TdEntryStep, 1);

  step->line = g_object_ref (line);
  step->keeps = keeps;
  step->column = TD_ENTRY_NAME;
  for (guint i = self->place; !keeps && i > 0; i--)
    {
      const TdEntryStep *other = g_ptr_array_index (self->steps, i - 1);

      if (is_about (other, line))
        break;
      if (!is_only_about (other, line))
        continue;
      step->column = ((TdEntryChange *) g_ptr_array_index (other->changes, 0))->column;
      g_ptr_array_remove_index (self->steps, i - 1);
      self->place--;
    }
  take (self, step);
}

/**
 * td_entry_steps_back:
 * @self: steps
 *
 * Returns: (transfer none) (nullable): the step to be undone now
 */
const TdEntryStep *
td_entry_steps_back (TdEntrySteps *self)
{
  return self->place > 0 ? g_ptr_array_index (self->steps, --self->place) : NULL;
}

/**
 * td_entry_steps_forward:
 * @self: steps
 *
 * Returns: (transfer none) (nullable): the step to be done again now
 */
const TdEntryStep *
td_entry_steps_forward (TdEntrySteps *self)
{
  return self->place < self->steps->len ? g_ptr_array_index (self->steps, self->place++) : NULL;
}
