/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TdFileKind:
 * @TD_FILE_OFFICE: an office file
 * @TD_FILE_TEXT: a plan, in any format that has its text
 * @TD_FILE_TABLE: a list
 * @TD_FILE_PDF: pages
 * @TD_FILE_XLSX: a list for Excel
 * @TD_FILE_ODS: a list for LibreOffice
 * @TD_FILE_CSV: a list as text
 * @TD_FILE_PICTURE: a drawing or a picture
 * @TD_FILE_DOCX: a document for Word
 * @TD_FILE_ODT: a document for LibreOffice
 * @TD_FILE_LIST: a list to be saved as any of the three
 * @TD_FILE_LETTER: an official document to be saved as pages or to be worked on
 * @TD_FILE_FOLDER: a folder
 * @TD_FILE_SCAN: a scan or photo of a blank
 * @TD_FILE_CODE: a scan or photo, or letters in a text file
 * @TD_FILE_CERTIFICATE: a public key
 * @TD_FILE_ANY: whatever belongs to a record
 */
typedef enum
{
  TD_FILE_OFFICE,
  TD_FILE_TEXT,
  TD_FILE_TABLE,
  TD_FILE_PDF,
  TD_FILE_DOCX,
  TD_FILE_ODT,
  TD_FILE_XLSX,
  TD_FILE_ODS,
  TD_FILE_CSV,
  TD_FILE_PICTURE,
  TD_FILE_LIST,
  TD_FILE_LETTER,
  TD_FILE_FOLDER,
  TD_FILE_SCAN,
  TD_FILE_CODE,
  TD_FILE_CERTIFICATE,
  TD_FILE_ANY,
} TdFileKind;

/**
 * TdFileFunc:
 * @path: the file chosen
 * @owner: whoever asked
 */
typedef void (*TdFileFunc) (const char *path, gpointer owner);

gboolean td_file_dialog_suits (TdFileKind kind, const char *path);
void td_file_dialog_open (GtkWidget *parent, const char *title, TdFileKind kind, TdFileFunc func, gpointer owner);
void td_file_dialog_save (GtkWidget *parent, const char *title, TdFileKind kind, const char *name, TdFileFunc func, gpointer owner);
void td_file_dialog_folder (GtkWidget *parent, const char *title, TdFileFunc func, gpointer owner);

G_END_DECLS
