/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-template-form.h"
#include "td-template-text-edit.h"

G_BEGIN_DECLS

enum
{
  GROUP_PLACE,
  GROUP_TYPE,
};

/* A number that can be set. */
typedef struct
{
  TdTemplateProperty property;
  const char *title;
  guint group;
  gboolean for_recipient; /* can be changed for one recipient */
} TdFormNumber;

/* Yes or no, or a text. */
typedef struct
{
  TdTemplateProperty property;
  const char *title;
} TdFormRow;

/* A button that sets a place. */
typedef struct
{
  TdTemplateProperty property;
  int value;
  const char *icon;
  const char *title;
} TdFormPlace;

#define N_NUMBERS 9
#define N_CHECKS  5
#define N_PLACES  6
#define N_WORDS   3

extern const TdFormNumber _td_template_form_numbers[N_NUMBERS];
extern const TdFormRow _td_template_form_checks[N_CHECKS];
extern const TdFormPlace _td_template_form_places[N_PLACES];
extern const TdFormRow _td_template_form_words[N_WORDS];

struct _TdTemplateForm
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *heading;
  GtkWidget *groups[2]; /* grids of numbers */
  GtkWidget *box_only;  /* all that only a box has */
  GtkWidget *own;       /* type that is not changed for one recipient */
  GtkWidget *part;      /* what a picture has too: its name, whether blanks carry it */
  GtkWidget *printing;  /* of these, what only a box has */
  GtkWidget *numbers[N_NUMBERS];
  GtkWidget *number_labels[N_NUMBERS];
  GtkWidget *checks[N_CHECKS];
  GtkWidget *places[N_PLACES];
  GtkWidget *words[N_WORDS];
  GtkWidget *colour;
  GtkDropDown *when;
  TdTemplateTextEdit *text;
  GtkWidget *text_error;

  TdTemplateDraft *draft;
  TdTemplateRecord *recipient; /* (nullable): whose certificate is changed */
  gboolean locked;
  gboolean showing;
  gboolean typing; /* a step of typing has begun */
  guint typing_id;
};

/* What was typed or pressed: td-template-form.c */
gboolean _td_template_form_take_number (GtkWidget *entry, const char *text, gpointer owner);
gboolean _td_template_form_take_words (GtkWidget *entry, const char *text, gpointer owner);
gboolean _td_template_form_number_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, TdTemplateForm *self);
void _td_template_form_check (TdTemplateForm *self, GtkWidget *check);
void _td_template_form_place (TdTemplateForm *self, GtkWidget *button);
void _td_template_form_colour (TdTemplateForm *self);
void _td_template_form_when (TdTemplateForm *self);
void _td_template_form_text_changed (TdTemplateForm *self);

/* How it is built: td-template-form-build.c */
GtkWidget *_td_template_form_build (TdTemplateForm *self);

G_END_DECLS
