/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-pane"

#include "config.h"

#include "td-narrow.h"
#include "td-pane.h"

/* A content with a pane at its side. Where there is little room the pane folds and lies over the
 * content. The only file that knows AdwFlap, which newer libadwaita replaces. */

struct _TdPane
{
  AdwBin parent_instance;

  AdwFlap *flap;
};

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_SIDE,
  PROP_POSITION,
  PROP_REVEAL,
  PROP_FOLDED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TdPane, td_pane, ADW_TYPE_BIN)

static void
reveal_cb (TdPane *self)
{
  GtkWidget *side = adw_flap_get_flap (self->flap);

  /* A screen reader would find what cannot be seen. */
  if (side != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (side), GTK_ACCESSIBLE_STATE_HIDDEN, !td_pane_get_reveal (self), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEAL]);
}

static void
folded_cb (TdPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
td_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TdPane *self = TD_PANE (object);

  switch (prop_id)
    {
    case PROP_CONTENT: g_value_set_object (value, adw_flap_get_content (self->flap)); break;
    case PROP_SIDE: g_value_set_object (value, td_narrow_get_child (TD_NARROW (adw_flap_get_flap (self->flap)))); break;
    case PROP_POSITION: g_value_set_enum (value, adw_flap_get_flap_position (self->flap)); break;
    case PROP_REVEAL: g_value_set_boolean (value, td_pane_get_reveal (self)); break;
    case PROP_FOLDED: g_value_set_boolean (value, td_pane_get_folded (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_side (TdPane *self, GtkWidget *side)
{
  GtkWidget *holder = td_narrow_new (side);

  gtk_widget_add_css_class (holder, "background"); /* what it lies over must not shine through */
  adw_flap_set_flap (self->flap, holder);
}

static void
td_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TdPane *self = TD_PANE (object);

  switch (prop_id)
    {
    case PROP_CONTENT: adw_flap_set_content (self->flap, g_value_get_object (value)); break;
    case PROP_SIDE: set_side (self, g_value_get_object (value)); break;
    case PROP_POSITION: adw_flap_set_flap_position (self->flap, g_value_get_enum (value)); break;
    case PROP_REVEAL: td_pane_set_reveal (self, g_value_get_boolean (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
td_pane_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_PANE);
  G_OBJECT_CLASS (td_pane_parent_class)->dispose (object);
}

static void
td_pane_class_init (TdPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  G_OBJECT_CLASS (klass)->dispose = td_pane_dispose;
  G_OBJECT_CLASS (klass)->get_property = td_pane_get_property;
  G_OBJECT_CLASS (klass)->set_property = td_pane_set_property;
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SIDE] = g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_POSITION] = g_param_spec_enum ("position", NULL, NULL, GTK_TYPE_PACK_TYPE, GTK_PACK_START, flags);
  properties[PROP_REVEAL] = g_param_spec_boolean ("reveal", NULL, NULL, TRUE, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPane, flap);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
td_pane_init (TdPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_pane_get_reveal:
 * @self: a pane
 *
 * Returns: whether the side is seen
 */
gboolean
td_pane_get_reveal (TdPane *self)
{
  return adw_flap_get_reveal_flap (self->flap);
}

/**
 * td_pane_set_reveal:
 * @self: a pane
 * @reveal: whether the side is to be seen
 */
void
td_pane_set_reveal (TdPane *self, gboolean reveal)
{
  adw_flap_set_reveal_flap (self->flap, reveal);
}

/**
 * td_pane_get_folded:
 * @self: a pane
 *
 * Returns: whether there is no room for both
 */
gboolean
td_pane_get_folded (TdPane *self)
{
  return adw_flap_get_folded (self->flap);
}
