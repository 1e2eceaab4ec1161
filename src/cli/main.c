/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "td-cli.h"
#include "td-locale.h"

/* The command line: options → a verb → jobs → an exit code. */

const TdCliVerb td_cli_verbs[] = {
  { "office", "new", N_ ("FILE --unit NAME --place NAME"), N_ ("Make an office file"), "unit place", 1, 0, td_cli_office_new },
  { "office", "info", "", N_ ("Tell what the office file holds"), "json", 0, 0, td_cli_office_info },
  { "office", "check", N_ ("[--anchor HASH]"), N_ ("Check the office file"), "json anchor", 0, 0, td_cli_office_check },
  { "office", "log", "", N_ ("List what was done, newest first"), "json", 0, 0, td_cli_office_log },
  { "office", "undo", "", N_ ("Undo the last action"), "", 0, 0, td_cli_office_undo },
  { "office", "wording", N_ ("[set KEY=VALUE…]"), N_ ("Tell or change how decisions and certificates are worded"), "json", 0, 0, td_cli_office_wording, 40 },
  { "office", "redo", "", N_ ("Redo the action undone last"), "", 0, 0, td_cli_office_redo },
  { "office", "overview", N_ ("[--as-of DAY]"), N_ ("Tell what the morning brings: ceremonies, what lies with others, what is due"), "json as-of", 0, 0, td_cli_office_overview },
  { "office", "emblem", N_ ("set FILE | remove | show"), N_ ("Keep the official file of the state emblem (SVG, PNG) for white paper"), "json", 1, 2, td_cli_office_emblem, 2 },
  { "demo", NULL, N_ ("FILE [--subjects N] [--nominations N] [--seed S]"), N_ ("Make a demo office; nobody in it exists"), "subjects nominations seed", 1, 0, td_cli_demo },
  { "plan", "read", N_ ("FILE"), N_ ("Read a plan (.docx, .odt, .pdf, .html or text) and print what it says"), "json", 1, 1, td_cli_plan_read },
  { "plan", "import", N_ ("FILE [--review REVIEW.json]"), N_ ("Read a plan and keep it; prints its id. With --review nothing is kept: what was read goes into a file to look through"), "json review", 1, 1, td_cli_plan_import },
  { "plan", "accept", N_ ("REVIEW.json"), N_ ("Keep a plan that was looked through; prints its id"), "json", 1, 1, td_cli_plan_accept },
  { "plan", "diff", N_ ("ID FILE"), N_ ("Say what a document says otherwise than the plan that was kept"), "json", 2, 2, td_cli_plan_diff },
  { "plan", "new", N_ ("[--from ID [--goes-on] [--earlier DAYS]] [--unit UNIT] [--title TITLE] [--date DAY]"), N_ ("Begin a plan: empty, from a superior’s plan, or going on with an earlier one; prints its id"), "json from goes-on earlier unit title date", 0, 0, td_cli_plan_new },
  { "plan", "check", "ID", N_ ("Tell what a plan that is being written still lacks"), "json", 1, 0, td_cli_plan_check },
  { "plan", "issue", N_ ("ID --number 15/KH-UBND --date YYYY-MM-DD"), N_ ("Issue a plan that was written here; it cannot be undone"), "json number date", 1, 0, td_cli_plan_issue },
  { "plan", "list", "", N_ ("List the plans"), "json", 0, 0, td_cli_plan_list },
  { "plan", "show", N_ ("ID [--as-of DAY]"), N_ ("Show a plan with its clauses, award forms, tasks and deadlines: as issued, or what holds on a day"), "json as-of", 1, 0, td_cli_plan_show },
  { "plan", "change", N_ ("ID --kind guidance|extension|supplement --number NUMBER --date DAY [--from DAY] [--deadline ID=DAY…] [--end DAY] [--allow FORM…] [--bar FORM…] [--limit FORM=KIND…] [--level LEVEL] [--reason TEXT] [--issuer NAME] [--note TEXT] [--file DOCUMENT] | CHANGE --take-back"), N_ ("Note a document that changes what holds in a plan from a day on, or take one back"), "json kind number date from deadline end allow bar limit level reason issuer note file take-back", 1, 0, td_cli_plan_change },
  { "plan", "changes", "ID", N_ ("List the documents that came after a plan, with what they change"), "json", 1, 0, td_cli_plan_changes },
  { "plan", "interim", N_ ("ID --what TEXT --due MM-DD [--to UNITS] [--since YEAR] [--until YEAR]"), N_ ("Ask for a report in every year of a plan; prints how many"), "json what due to since until", 1, 0, td_cli_plan_interim },
  { "plan", "works", N_ ("[ID] [--late] [--due BEFORE]"), N_ ("List the works registered: all, due before a day, or late and not finished"), "json late due as-of", 0, 0, td_cli_plan_works, 1 },
  { "plan", "tasks", N_ ("[ID] [--due BEFORE] [--late] [--as-of DAY]"), N_ ("List what plans ask for: due before a day, or late and not done"), "json due late as-of", 0, 0, td_cli_plan_tasks, 1 },
  { "plan", "reports", N_ ("[ID] [--due BEFORE] [--late] [--as-of DAY]"), N_ ("List the reports that units owe: expected, late, received"), "json due late as-of", 0, 0, td_cli_plan_reports, 1 },
  { "plan", "recipients", N_ ("ID [--as-of DAY]"), N_ ("List whom a plan is sent to, with the units behind the words of a group"), "json as-of", 1, 0, td_cli_plan_recipients },
  { "plan", "received", N_ ("DEADLINE UNIT --date DAY [--number NUMBER] [--file REPORT] | DEADLINE UNIT --take-back"), N_ ("Note that the report of a unit came, or that it has not come after all"), "json date number file take-back", 2, 0, td_cli_plan_received },
  { "plan", "remind", N_ ("[ID] --output LETTERS.pdf [--as-of DAY] [--number N] [--date DAY] [--due DAY]"), N_ ("Write a letter to each unit that owes a report, and note it; --due says by when to answer"), "output as-of number date due", 0, 0, td_cli_plan_remind, 1 },
  { "plan", "timeline", N_ ("--output FILE.pdf|FILE.svg|FILE.png [--as-of DAY]"), N_ ("Draw the time line of all plans"), "output as-of", 0, 0, td_cli_plan_timeline },
  { "plan", "print", N_ ("ID --output FILE.pdf|FILE.docx|FILE.odt"), N_ ("Write a plan as an official document: PDF, Word or LibreOffice"), "output", 1, 0, td_cli_plan_print },
  { "work", "list", N_ ("[PLAN] [--late]"), N_ ("List the works units registered"), "json late as-of", 0, 0, td_cli_fact_list, 1 },
  { "work", "new", N_ ("PLAN NAME [--set FIELD=TEXT…]"), N_ ("Note a registered work: unit_id, value, begun, due, finished, state"), "json set", 2, 0, td_cli_fact_new },
  { "work", "set", N_ ("ID --set FIELD=TEXT…"), N_ ("Change a registered work"), "json set", 1, 0, td_cli_fact_set },
  { "work", "delete", N_ ("ID…"), N_ ("Delete registered works"), "json", 1, 0, td_cli_fact_delete, 500 },
  { "exemplar", "list", N_ ("[PLAN]"), N_ ("List the exemplars"), "json", 0, 0, td_cli_fact_list, 1 },
  { "exemplar", "new", N_ ("PLAN NAME [--set FIELD=TEXT…] [--file REPORT]"), N_ ("Note an exemplar: subject_id, unit_id, found_on, state, media"), "json set file", 2, 0, td_cli_fact_new },
  { "exemplar", "set", N_ ("ID --set FIELD=TEXT… [--file FILE]"), N_ ("Change an exemplar"), "json set file", 1, 0, td_cli_fact_set },
  { "exemplar", "delete", N_ ("ID…"), N_ ("Delete exemplars"), "json", 1, 0, td_cli_fact_delete, 500 },
  { "occasion", "list", N_ ("[PLAN]"), N_ ("List what is held for plans: launches, inspections, training, reviews, ceremonies"), "json", 0, 0, td_cli_fact_list, 1 },
  { "occasion", "new", N_ ("PLAN KIND [--set FIELD=TEXT…] [--file RECORD]"), N_ ("Note what is held: name, day, place, who"), "json set file", 2, 0, td_cli_fact_new },
  { "occasion", "set", N_ ("ID --set FIELD=TEXT… [--file FILE]"), N_ ("Change what is held"), "json set file", 1, 0, td_cli_fact_set },
  { "occasion", "delete", N_ ("ID…"), N_ ("Delete what is held"), "json", 1, 0, td_cli_fact_delete, 500 },
  { "difficulty", "list", N_ ("[PLAN]"), N_ ("List what units find difficult"), "json", 0, 0, td_cli_fact_list, 1 },
  { "difficulty", "new", N_ ("PLAN TEXT [--set FIELD=TEXT…]"), N_ ("Note a difficulty: unit_id, raised_on, answer, answered_on"), "json set", 2, 0, td_cli_fact_new },
  { "difficulty", "set", N_ ("ID --set FIELD=TEXT…"), N_ ("Change a difficulty, or answer it"), "json set", 1, 0, td_cli_fact_set },
  { "difficulty", "delete", N_ ("ID…"), N_ ("Delete difficulties"), "json", 1, 0, td_cli_fact_delete, 500 },
  { "target", "list", N_ ("[PLAN]"), N_ ("List the numeric targets with what was reached"), "json", 0, 0, td_cli_fact_list, 1 },
  { "target", "new", N_ ("PLAN NAME [--set FIELD=TEXT…]"), N_ ("Note a target: planned, measure, actual, as_of"), "json set", 2, 0, td_cli_fact_new },
  { "target", "set", N_ ("ID --set FIELD=TEXT…"), N_ ("Change a target"), "json set", 1, 0, td_cli_fact_set },
  { "target", "delete", N_ ("ID…"), N_ ("Delete targets"), "json", 1, 0, td_cli_fact_delete, 500 },
  { "clause", "set", N_ ("ID --set points=N"), N_ ("Say how many points a criterion of a plan gives"), "json set", 1, 0, td_cli_fact_set },
  { "event", "list", "", N_ ("List the events that plans wait for"), "json", 0, 0, td_cli_event_list },
  { "event", "new", N_ ("NAME [--date DAY] [--note TEXT]"), N_ ("Note an event before a plan names it"), "json date note", 1, 0, td_cli_event_new },
  { "event", "set", N_ ("NAME|ID DAY|-"), N_ ("Fill in the day of an event; all plans, tasks and deadlines that wait for it follow. - opens it again"), "json", 2, 0, td_cli_event_set },
  { "unit", "list", N_ ("[--as-of YYYY-MM-DD] [--kind KIND] [--group ID]"), N_ ("List the units, also those of an earlier day"), "json as-of kind group", 0, 0, td_cli_unit_list },
  { "unit", "show", "ID", N_ ("Show a unit with what happened to it, and its awards"), "json", 1, 0, td_cli_unit_show },
  { "unit", "import", N_ ("UNITS.csv | --province CODE"), N_ ("Take in a list of units, or those of a province"), "json province", 0, 1, td_cli_unit_import, 1 },
  { "unit", "merge", N_ ("ID… --into ID | --name NAME --date YYYY-MM-DD --number NUMBER"), N_ ("Merge units into one, from a day on"), "json into name code short-name printed-name date number issuer note", 1, 0, td_cli_unit_merge, 100 },
  { "unit", "split", N_ ("ID --name NAME… [--into ID…] [--goes-on] --date YYYY-MM-DD --number NUMBER"), N_ ("Split a unit, from a day on"), "json into name goes-on date number issuer note", 1, 0, td_cli_unit_split },
  { "unit", "rename", N_ ("ID --name NAME --date YYYY-MM-DD --number NUMBER"), N_ ("Rename a unit, from a day on"), "json name short-name printed-name date number issuer note", 1, 0, td_cli_unit_rename },
  { "unit", "move", N_ ("ID --parent ID [--lies-in ID] --date YYYY-MM-DD --number NUMBER"), N_ ("Put a unit under another, from a day on"), "json parent lies-in date number issuer note", 1, 0, td_cli_unit_move },
  { "bloc", "list", N_ ("[--year YEAR]"), N_ ("List the emulation blocs"), "json year", 0, 0, td_cli_bloc_list },
  { "bloc", "show", "ID", N_ ("Show a bloc with its members"), "json", 1, 0, td_cli_bloc_show },
  { "bloc", "new", N_ ("NAME --year YEAR --kind cluster|bloc"), N_ ("Make an emulation bloc"), "json year kind", 1, 0, td_cli_bloc_new },
  { "bloc", "add", N_ ("ID UNIT…"), N_ ("Put units into a bloc"), "json", 2, 0, td_cli_bloc_add, 500 },
  { "bloc", "copy", N_ ("YEAR"), N_ ("Make the next year's blocs like those of a year"), "json", 1, 0, td_cli_bloc_copy },
  { "nomination", "import", N_ ("LIST.csv --plan ID [--dry-run]"), N_ ("Take in a list of nominations, all or none"), "json plan dry-run", 1, 1, td_cli_nomination_import },
  { "nomination", "list", "", N_ ("List the nominations"), "json plan", 0, 0, td_cli_nomination_list },
  { "nomination", "check", "", N_ ("Check the nominations"), "json", 0, 0, td_cli_nomination_check },
  { "nomination", "set", N_ ("ID --set FIELD=TEXT…"), N_ ("Change a nomination, such as the day its dossier came: received_on"), "json set", 1, 0, td_cli_nomination_set },
  { "decision", "new", N_ ("--plan ID --giver NAME --signer NAME --all [--strict]"), N_ ("Draft a decision from the nominations of a plan"), "json plan giver signer all strict", 0, 0, td_cli_decision_new },
  { "decision", "issue", N_ ("ID --number 15/QĐ-UBND --date YYYY-MM-DD"), N_ ("Issue a decision; it cannot be undone"), "json number date", 1, 0, td_cli_decision_issue },
  { "decision", "list", "", N_ ("List the decisions"), "json", 0, 0, td_cli_decision_list },
  { "decision", "show", "ID", N_ ("Show a decision with its awards"), "json", 1, 0, td_cli_decision_show },
  { "decision", "print", N_ ("ID --output FILE.pdf|FILE.docx|FILE.odt"), N_ ("Write a decision as PDF, for Word or for LibreOffice"), "output", 1, 0, td_cli_decision_print },
  { "decision", "correct", N_ ("ID --award ID | --awards ID,ID --set FIELD=TEXT… --number 20/QĐ-UBND --date YYYY-MM-DD [--signer NAME] [--reason TEXT]"), N_ ("Record what corrects an issued decision; its certificates can be printed again"), "json award awards set number date signer reason", 1, 0, td_cli_decision_correct },
  { "decision", "revoke", N_ ("ID [--award ID | --awards ID,ID] --number 21/QĐ-UBND --date YYYY-MM-DD --reason TEXT [--signer NAME]"), N_ ("Record what revokes awards of an issued decision, or all of them"), "json award awards number date signer reason", 1, 0, td_cli_decision_revoke },
  { "decision", "acts", N_ ("[ID]"), N_ ("List what corrected and revoked decisions, or one of them"), "json", 0, 0, td_cli_decision_acts, 1 },
  { "certificate", "preflight", N_ ("--decision ID | --ceremony ID [--awards ID,ID] [--template NAME] [--stock ID | --with-ornament] [--calibration ID | --printer NAME [--tray TRAY]] [--sign-off NAME [--note REASON]]"), N_ ("Look at the certificates of a decision or a ceremony before they are printed; with a name let pass what was found"), "json decision awards order ceremony template stock with-ornament calibration printer tray sign-off note", 0, 0, td_cli_certificate_preflight },
  { "certificate", "print", N_ ("--decision ID and/or --ceremony ID, --output FILE.pdf | --printer NAME [--tray TRAY] [--size WIDTHxHEIGHT] [--pages 1-50] [--order list|register|unit|ceremony] [--chunk N] [--copies N] [--number FIRST] [--test-sheet] [--sign-off NAME] [--awards ID,ID] [--template NAME] [--stock ID | --with-ornament] [--calibration ID]"), N_ ("Print the certificates of a decision, or all of a ceremony in its order, to PDF or on a printer"), "decision output awards ceremony template stock with-ornament calibration printer tray size pages order chunk copies number test-sheet sign-off", 0, 0, td_cli_certificate_print },
  { "certificate", "batches", N_ ("[--all]"), N_ ("List the print batches that are not over, with what the print service says"), "json all", 0, 0, td_cli_certificate_batches },
  { "certificate", "resume", N_ ("BATCH [--last-good SHEET | --last-good-page N] [--spoiled 117,118 --reason TEXT]"), N_ ("Say what came out of the printer, and go on"), "last-good last-good-page spoiled reason", 1, 0, td_cli_certificate_resume },
  { "certificate", "give-up", N_ ("BATCH [--reason TEXT]"), N_ ("Drop what a print batch has not printed yet"), "reason", 1, 0, td_cli_certificate_give_up },
  { "certificate", "reprint", N_ ("--award ID --reason TEXT [--stock ID | --with-ornament] [--printer NAME] [--tray TRAY] [--number FIRST] [--sign-off NAME]"), N_ ("Spoil the sheet of a certificate and print it on the next one"), "award reason stock with-ornament printer tray number sign-off", 0, 0, td_cli_certificate_reprint },
  { "certificate", "arrange", N_ ("AWARD BOX --template NAME [--text TEXT] [--move RIGHT,DOWN] [--points SIZE]"), N_ ("Print a part of one certificate otherwise, in millimetres and points; with nothing else as usual again"), "json template text move points", 2, 0, td_cli_certificate_arrange },
  { "certificate", "changes", "", N_ ("List what is printed otherwise on single certificates"), "json", 0, 0, td_cli_certificate_changes },
  { "certificate", "files", N_ ("--decision ID | --ceremony ID --folder FOLDER [--each person|unit] [--rule NAMES] [--replace] [--template NAME] [--stock ID] [--with-ornament] [--calibration ID] [--awards ID,ID]"), N_ ("Save the certificates as a PDF for each person or each unit; prints how many"), "decision ceremony folder each rule replace template stock with-ornament calibration awards", 0, 0, td_cli_certificate_files },
  { "certificate", "place", N_ ("off|list|back|front [--number DOCUMENT]"), N_ ("Say where authenticity codes go; an office begins without any"), "number", 1, 0, td_cli_certificate_place },
  { "certificate", "sign", N_ ("--decision ID [--awards ID,ID] [--passphrase-file NAME] [--date YYYY-MM-DD]"), N_ ("Sign the awards of an issued decision; it cannot be undone"), "json decision awards passphrase-file date", 0, 0, td_cli_certificate_sign },
  { "certificate", "codes", N_ ("--decision ID --output FILE.pdf [--awards ID,ID] [--template NAME] [--calibration ID]"), N_ ("Print the authenticity codes that go with the list or on the back"), "decision output awards template calibration", 0, 0, td_cli_certificate_codes },
  { "certificate", "verify", N_ ("FILE|CODE [--certificate PEM…]"), N_ ("Tell whether an authenticity code is genuine, from a picture of it or its letters"), "json certificate", 1, 1, td_cli_certificate_verify },
  { "key", "new", N_ ("[--passphrase-file NAME]"), N_ ("Make the office's key for authenticity codes"), "json passphrase-file date", 0, 0, td_cli_key_new },
  { "key", "list", "", N_ ("List the office's keys and those it trusts"), "json", 0, 0, td_cli_key_list },
  { "key", "show", "ID", N_ ("Show a key with its fingerprint"), "json", 1, 0, td_cli_key_show },
  { "key", "export-certificate", N_ ("ID --output FILE.pem"), N_ ("Write the certificate that others verify with"), "output", 1, 0, td_cli_key_export },
  { "key", "import-certificate", N_ ("FILE.pem"), N_ ("Trust the key of another office; compare its fingerprint first"), "json date", 1, 1, td_cli_key_import },
  { "key", "recovery-sheet", N_ ("ID --output FILE.pdf"), N_ ("Print the page from which a key comes back with its passphrase"), "output", 1, 0, td_cli_key_sheet },
  { "key", "restore", N_ ("FILE [--passphrase-file NAME]"), N_ ("Bring a key back from a scan of its recovery sheet, or its letters"), "json passphrase-file date", 1, 1, td_cli_key_restore },
  { "key", "passphrase", N_ ("ID [--passphrase-file OLD] [--new-passphrase-file NEW] [--date YYYY-MM-DD]"), N_ ("Change the passphrase of a key; recovery sheets of before keep the old one"), "passphrase-file new-passphrase-file date", 1, 0, td_cli_key_passphrase },
  { "key", "retire", N_ ("ID [--date YYYY-MM-DD] [--note REASON]"), N_ ("Retire a key: what it signs from that day on counts for nothing"), "date note", 1, 0, td_cli_key_retire },
  { "template", "list", "", N_ ("List the certificate templates, shipped and the office's own"), "json", 0, 0, td_cli_template_list },
  { "template", "show", N_ ("NAME"), N_ ("Show a certificate template with its parts"), "json", 1, 0, td_cli_template_show },
  { "template", "check", N_ ("NAME | FILE.xml"), N_ ("Look for what is wrong with a certificate template"), "json", 1, 1, td_cli_template_check },
  { "template", "export", N_ ("NAME --output FILE.xml"), N_ ("Write a certificate template into a file"), "output", 1, 0, td_cli_template_export },
  { "template", "import", N_ ("FILE.xml [--replace]"), N_ ("Take in a certificate template"), "json replace", 1, 1, td_cli_template_import },
  { "template", "retire", N_ ("NAME [--take-back]"), N_ ("Offer one of the office's certificate templates no longer"), "json take-back", 1, 0, td_cli_template_retire },
  { "template", "remove", N_ ("NAME"), N_ ("Remove one of the office's certificate templates; a shipped one of that name is used again"), "json", 1, 0, td_cli_template_remove },
  { "template", "underlay", N_ ("NAME FILE.png | --marks MARKS | --take-back"), N_ ("Lay a picture of the blank under a template for editing, say where it lies, or take it away"), "json marks take-back", 1, 2, td_cli_template_underlay, 2 },
  { "stock", "list", "", N_ ("List the stocks of blanks"), "json", 0, 0, td_cli_stock_list },
  { "stock", "new", N_ ("NAME --size 420x297 [--carries gift=Tặng,form] [--numbered] [--series AA] [--digits N] [--kind FORM] [--date YYYY-MM-DD]"), N_ ("Add a stock of blanks; with --date it was measured on that day"), "json size carries numbered series digits kind date", 1, 0, td_cli_stock_new },
  { "stock", "show", "ID", N_ ("Show a stock with what is printed on it and its packs"), "json", 1, 0, td_cli_stock_show },
  { "stock", "receive", N_ ("ID COUNT [--number FIRST] [--from SUPPLIER] [--date YYYY-MM-DD] [--note TEXT]"), N_ ("Take in a pack of blanks"), "json number from date note", 2, 0, td_cli_stock_receive },
  { "stock", "sheets", N_ ("ID [--state STATE]"), N_ ("List the sheets of a stock"), "json state", 1, 0, td_cli_stock_sheets },
  { "stock", "count", N_ ("ID [--since YYYY-MM-DD] [--until YYYY-MM-DD] [--output FILE.pdf]"), N_ ("Count a stock, this month unless told otherwise"), "json since until output", 1, 0, td_cli_stock_count },
  { "stock", "print", N_ ("ID --decision ID | --awards ID,ID [--number FIRST] [--date YYYY-MM-DD]"), N_ ("Note that certificates were printed on sheets"), "json decision awards number date", 1, 0, td_cli_stock_print },
  { "stock", "spoil", N_ ("ID NUMBERS --note REASON [--date YYYY-MM-DD]"), N_ ("Mark sheets as spoiled"), "json note date", 2, 0, td_cli_stock_spoil },
  { "stock", "take-back", N_ ("ID NUMBERS --note REASON [--date YYYY-MM-DD]"), N_ ("Mark presented certificates as taken back"), "json note date", 2, 0, td_cli_stock_take_back },
  { "stock", "destroy", N_ ("ID NUMBERS --number DOCUMENT [--date YYYY-MM-DD]"), N_ ("Mark spoiled sheets as destroyed"), "json number date", 2, 0, td_cli_stock_destroy },
  { "stock", "out", N_ ("ID NUMBERS --kind signature|seal|frame|presentation [--to NAME] [--date YYYY-MM-DD]"), N_ ("Hand certificates out"), "json kind to date note", 2, 0, td_cli_stock_out },
  { "stock", "back", N_ ("ROUND [ID NUMBERS] [--undone] [--date YYYY-MM-DD]"), N_ ("Take certificates in again, all that are out unless told otherwise"), "json undone date", 1, 0, td_cli_stock_back, 3 },
  { "ceremony", "new", N_ ("NAME [--decisions ID,ID] [--date YYYY-MM-DD] [--hour TEXT] [--place NAME] [--host NAME] [--order form|unit]"), N_ ("Make a ceremony from issued decisions"), "json decisions date hour place host order", 1, 0, td_cli_ceremony_new },
  { "ceremony", "list", "", N_ ("List the ceremonies"), "json", 0, 0, td_cli_ceremony_list },
  { "ceremony", "show", "ID", N_ ("Show a ceremony, and how far its certificates are"), "json", 1, 0, td_cli_ceremony_show },
  { "ceremony", "lines", "ID", N_ ("List who is called, in order"), "json", 1, 0, td_cli_ceremony_lines },
  { "ceremony", "add", N_ ("ID --decisions ID,ID | --awards ID,ID"), N_ ("Add awards after those that are called"), "json decisions awards", 1, 0, td_cli_ceremony_add },
  { "ceremony", "strike", N_ ("ID NUMBERS"), N_ ("Take lines out of a ceremony"), "json", 2, 0, td_cli_ceremony_strike },
  { "ceremony", "order", N_ ("ID form|unit"), N_ ("Put the lines in order anew"), "json", 2, 0, td_cli_ceremony_order },
  { "ceremony", "move", N_ ("ID NUMBERS up|down|PLACE"), N_ ("Move lines to another place"), "json", 3, 0, td_cli_ceremony_move },
  { "ceremony", "seat", N_ ("ID ROWS SEATS"), N_ ("Give seats in the order of the lines"), "json", 3, 0, td_cli_ceremony_seat },
  { "ceremony", "mark", N_ ("ID NUMBERS expected|came|absent"), N_ ("Say who came"), "json", 3, 0, td_cli_ceremony_mark },
  { "ceremony", "carry", N_ ("ID LATER-ID [NUMBERS]"), N_ ("Carry those who were absent over to another ceremony"), "json", 2, 0, td_cli_ceremony_carry, 3 },
  { "ceremony", "present", N_ ("ID [NUMBERS] [--to NAME] [--date YYYY-MM-DD]"), N_ ("Note that awards were handed over, to all who came unless told otherwise"), "json to date", 1, 0, td_cli_ceremony_present, 2 },
  { "ceremony", "send", N_ ("ID NUMBERS --how TEXT [--to NAME] [--date YYYY-MM-DD]"), N_ ("Note that awards were sent"), "json how to date", 2, 0, td_cli_ceremony_send },
  { "ceremony", "print", N_ ("ID --what calling|seating|envelopes|labels|hand-over|money --output FILE.pdf [--sheet NAME]"), N_ ("Print a paper of a ceremony to PDF"), "what output sheet number", 1, 0, td_cli_ceremony_print },
  { "ceremony", "labels", N_ ("ID --output FILE.pdf [--sheet NAME] [--number FIRST]"), N_ ("Print labels to PDF, beginning at the first that is left on the sheet"), "output sheet number", 1, 0, td_cli_ceremony_labels },
  { "kit", "list", N_ ("[--date YYYY-MM-DD]"), N_ ("List what belongs to awards"), "json date", 0, 0, td_cli_kit_list },
  { "kit", "set", N_ ("FORM ITEM PERSON[,COLLECTIVE,HOUSEHOLD] [--level LEVEL] [--name NAME] [--date YYYY-MM-DD]"), N_ ("Say how many of something belong to an award; 0 for none"), "json level name date note", 3, 0, td_cli_kit_set },
  { "kit", "order", N_ ("--decision ID | --decisions ID,ID | --ceremony ID"), N_ ("Count what is to be ordered, of all of them together"), "json decision decisions ceremony", 0, 0, td_cli_kit_order },
  { "printer", "calibrate", N_ ("--target OUT.pdf [--size 420x297] | --readings FILE [--size 420x297] [--printer NAME] [--tray NAME] [--stock ID] [--proof OUT.pdf]"), N_ ("Make the page to measure a printer with, or tell what was read on it"), "json target readings size printer tray stock proof", 0, 0, td_cli_printer_calibrate },
  { "printer", "reminder", N_ ("[DAYS]"), N_ ("Tell or set after how many days a printer is to be calibrated again; 0: as the program comes"), "json", 0, 0, td_cli_printer_reminder, 1 },
  { "list", "read", N_ ("FILE [--column HEADING=ROLE…]"), N_ ("Read a list and print what would come in; needs no office"), "json column", 1, 1, td_cli_list_read },
  { "list", "import", N_ ("FILE --plan ID --from UNIT [--rest REST.xlsx] [--column HEADING=ROLE…] [--wording TEXT] [--fill] [--dry-run] [--history] [--source TEXT]"), N_ ("Take in a list that a unit sent; rows that cannot come in go to a file"), "json plan from rest column wording fill dry-run history source", 1, 1, td_cli_list_import },
  { "subject", "import", N_ ("FILE [--from UNIT] [--rest REST.xlsx] [--column HEADING=ROLE…] [--fill] [--dry-run]"), N_ ("Take in people, collectives and households from a list"), "json from rest column fill dry-run", 1, 1, td_cli_subject_import },
  { "subject", "list", N_ ("[--kind person|collective|household]"), N_ ("List people, collectives and households"), "json kind", 0, 0, td_cli_subject_list },
  { "subject", "search", N_ ("WORDS"), N_ ("Find people, collectives and households"), "json", 1, 0, td_cli_subject_search },
  { "subject", "show", "ID", N_ ("Show a subject with its names, posts and awards"), "json", 1, 0, td_cli_subject_show },
  { "subject", "merge", N_ ("KEPT-ID DROPPED-ID [--take FIELD,FIELD]"), N_ ("Make one record of two"), "json take", 2, 0, td_cli_subject_merge },
  { "subject", "split", N_ ("DROPPED-ID [--later kept|dropped]"), N_ ("Take a merge apart again"), "json later", 1, 0, td_cli_subject_split },
  { "subject", "distinct", N_ ("ID ID [--take-back]"), N_ ("Mark two that look alike as not the same"), "take-back", 2, 0, td_cli_subject_distinct },
  { "subject", "match", "", N_ ("List subjects that may have been entered twice"), "json", 0, 0, td_cli_subject_match },
  { "subject", "confirm", N_ ("ID --output FILE.pdf|FILE.docx|FILE.odt"), N_ ("Write a confirmation of all awards as PDF, for Word or for LibreOffice"), "output", 1, 0, td_cli_subject_confirm },
  { "list", "export", N_ ("subjects|nominations|units --output FILE.xlsx|FILE.ods|FILE.csv [--columns A,B,C] [--search WORDS] [--plan ID]"), N_ ("Write a list into a file"), "output columns search plan", 1, 0, td_cli_list_export },
  { "list", "form", N_ ("--output FILE.xlsx [--plan ID]"), N_ ("Write the empty form that units fill"), "output plan", 0, 0, td_cli_list_form },
  { "printer", "list", "", N_ ("List the printers and what is wrong with them"), "json", 0, 0, td_cli_printer_list },
  { "printer", "show", N_ ("NAME"), N_ ("Show a printer with its paper sizes, margins and trays"), "json", 1, 0, td_cli_printer_show },
  { "printer", "jobs", N_ ("[NAME] [--done]"), N_ ("List your print jobs"), "json done", 0, 0, td_cli_printer_jobs, 1 },
  { "printer", "print", N_ ("FILE.pdf --printer NAME --size WIDTHxHEIGHT [--tray TRAY] [--copies N]"), N_ ("Print a PDF file at its true size; prints the number of the job"), "printer size tray copies", 1, 1, td_cli_printer_print },
  { "printer", "cancel", N_ ("NUMBER"), N_ ("Cancel a print job"), "", 1, 0, td_cli_printer_cancel },
  { NULL },
};

static TdCliArgs args;

static const GOptionEntry entries[] = {
  { "office", 0, 0, G_OPTION_ARG_FILENAME, &args.office, N_ ("The office file"), N_ ("FILE") },
  { "actor", 0, 0, G_OPTION_ARG_STRING, &args.actor, N_ ("Who does it, for the log"), N_ ("NAME") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &args.json, N_ ("Print JSON"), NULL },
  { "unit", 0, 0, G_OPTION_ARG_STRING, &args.unit, N_ ("Full name of the office"), N_ ("NAME") },
  { "place", 0, 0, G_OPTION_ARG_STRING, &args.place, N_ ("Place name before the date of documents"), N_ ("NAME") },
  { "plan", 0, 0, G_OPTION_ARG_INT64, &args.plan, N_ ("A plan"), "ID" },
  { "decision", 0, 0, G_OPTION_ARG_INT64, &args.decision, N_ ("A decision"), "ID" },
  { "giver", 0, 0, G_OPTION_ARG_STRING, &args.giver, N_ ("Who gives"), N_ ("NAME") },
  { "signer", 0, 0, G_OPTION_ARG_STRING, &args.signer, N_ ("Who signs"), N_ ("NAME") },
  { "number", 0, 0, G_OPTION_ARG_STRING, &args.number, N_ ("Number of the decision or document, or of the first sheet"), N_ ("NUMBER") },
  { "date", 0, 0, G_OPTION_ARG_STRING, &args.date, N_ ("The day, or from which it holds"), N_ ("YYYY-MM-DD") },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &args.output, N_ ("The file to make"), N_ ("FILE") },
  { "columns", 0, 0, G_OPTION_ARG_STRING, &args.columns, N_ ("The columns, by their names in JSON"), N_ ("A,B,C") },
  { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &args.column, N_ ("What a column of a list holds, by its role in the JSON of “list read”; “none” when it is not used"), N_ ("HEADING=ROLE") },
  { "search", 0, 0, G_OPTION_ARG_STRING, &args.search, N_ ("Only what these words find"), N_ ("WORDS") },
  { "template", 0, 0, G_OPTION_ARG_STRING, &args.template_name, N_ ("Certificate template"), N_ ("NAME") },
  { "with-ornament", 0, 0, G_OPTION_ARG_NONE, &args.with_ornament, N_ ("For white paper: everything, with the ornament"), NULL },
  { "anchor", 0, 0, G_OPTION_ARG_STRING, &args.anchor, N_ ("Head of the log noted earlier"), N_ ("HASH") },
  { "kind", 0, 0, G_OPTION_ARG_STRING, &args.kind, N_ ("Kind of subject, unit, bloc or document, such as person or commune"), N_ ("KIND") },
  { "take", 0, 0, G_OPTION_ARG_STRING, &args.take, N_ ("Fields whose value is the right one in the dropped record"), N_ ("FIELDS") },
  { "later", 0, 0, G_OPTION_ARG_STRING, &args.later, N_ ("To which of the two later records belong"), "kept|dropped" },
  { "take-back", 0, 0, G_OPTION_ARG_NONE, &args.take_back, N_ ("Take it back"), NULL },
  { "all", 0, 0, G_OPTION_ARG_NONE, &args.all, N_ ("All new nominations of the plan for the giver"), NULL },
  { "strict", 0, 0, G_OPTION_ARG_NONE, &args.strict, N_ ("Refuse when a nomination is blocked"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &args.dry_run, N_ ("Only tell what would happen"), NULL },
  { "review", 0, 0, G_OPTION_ARG_FILENAME, &args.review, N_ ("Where the review of a plan goes"), N_ ("FILE") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &args.from, N_ ("Who sent it: name, code or id of a unit, a printing house by its name; the plan a new one comes from; or the day a document holds from"), N_ ("UNIT") },
  { "rest", 0, 0, G_OPTION_ARG_FILENAME, &args.rest, N_ ("Where the rows go that cannot come in"), N_ ("FILE") },
  { "wording", 0, 0, G_OPTION_ARG_STRING, &args.wording, N_ ("What certificates say where a row does not"), N_ ("TEXT") },
  { "fill", 0, 0, G_OPTION_ARG_NONE, &args.fill, N_ ("Give known subjects what the file has, where its cell is not empty"), NULL },
  { "history", 0, 0, G_OPTION_ARG_NONE, &args.history, N_ ("The rows tell of earlier awards"), NULL },
  { "source", 0, 0, G_OPTION_ARG_STRING, &args.source, N_ ("What earlier awards are known from"), N_ ("TEXT") },
  { "subjects", 0, 0, G_OPTION_ARG_INT64, &args.subjects, N_ ("How many subjects"), "N" },
  { "nominations", 0, 0, G_OPTION_ARG_INT64, &args.nominations, N_ ("How many nominations"), "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &args.seed, N_ ("The same seed gives the same content"), "S" },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &args.as_of, N_ ("As it was on a day"), N_ ("YYYY-MM-DD") },
  { "group", 0, 0, G_OPTION_ARG_INT64, &args.group, N_ ("A group of units"), "ID" },
  { "province", 0, 0, G_OPTION_ARG_STRING, &args.province, N_ ("Code or name of a province"), N_ ("CODE") },
  { "issuer", 0, 0, G_OPTION_ARG_STRING, &args.issuer, N_ ("Who issued the document"), N_ ("NAME") },
  { "note", 0, 0, G_OPTION_ARG_STRING, &args.note, N_ ("A note"), N_ ("TEXT") },
  { "sign-off", 0, 0, G_OPTION_ARG_STRING, &args.sign_off, N_ ("Who lets pass what preflight has found"), N_ ("NAME") },
  { "into", 0, 0, G_OPTION_ARG_STRING_ARRAY, &args.into, N_ ("A unit that takes over"), "ID" },
  { "name", 0, 0, G_OPTION_ARG_STRING_ARRAY, &args.names, N_ ("Name of a new unit, or the new name"), N_ ("NAME") },
  { "code", 0, 0, G_OPTION_ARG_STRING, &args.code, N_ ("Code of the new unit"), N_ ("CODE") },
  { "short-name", 0, 0, G_OPTION_ARG_STRING, &args.short_name, N_ ("Its short name"), N_ ("NAME") },
  { "printed-name", 0, 0, G_OPTION_ARG_STRING, &args.printed_name, N_ ("Its name as printed"), N_ ("NAME") },
  { "goes-on", 0, 0, G_OPTION_ARG_NONE, &args.goes_on, N_ ("The unit itself remains; the plan goes on with an earlier one"), NULL },
  { "title", 0, 0, G_OPTION_ARG_STRING, &args.title, N_ ("Title of the plan"), N_ ("TEXT") },
  { "earlier", 0, 0, G_OPTION_ARG_INT64, &args.earlier, N_ ("How many days before the superior’s its deadlines are"), N_ ("DAYS") },
  { "parent", 0, 0, G_OPTION_ARG_INT64, &args.parent, N_ ("The unit it belongs to"), "ID" },
  { "lies-in", 0, 0, G_OPTION_ARG_INT64, &args.lies_in, N_ ("The territory it lies in"), "ID" },
  { "target", 0, 0, G_OPTION_ARG_FILENAME, &args.target, N_ ("The page to measure with"), N_ ("FILE") },
  { "readings", 0, 0, G_OPTION_ARG_FILENAME, &args.readings, N_ ("What was read on it"), N_ ("FILE") },
  { "proof", 0, 0, G_OPTION_ARG_FILENAME, &args.proof, N_ ("The page that shows how it prints then"), N_ ("FILE") },
  { "printer", 0, 0, G_OPTION_ARG_STRING, &args.printer, N_ ("Name of the printer"), N_ ("NAME") },
  { "tray", 0, 0, G_OPTION_ARG_STRING, &args.tray, N_ ("Its tray"), N_ ("NAME") },
  { "year", 0, 0, G_OPTION_ARG_INT64, &args.year, N_ ("A year"), N_ ("YEAR") },
  { "calibration", 0, 0, G_OPTION_ARG_INT64, &args.calibration, N_ ("The printer the PDF is for, as it was calibrated"), "ID" },
  { "awards", 0, 0, G_OPTION_ARG_STRING, &args.awards, N_ ("Certificates, in the order they came out"), "ID,ID" },
  { "stock", 0, 0, G_OPTION_ARG_INT64, &args.stock, N_ ("The blanks in the tray: what they lack is printed"), "ID" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &args.size, N_ ("Width and height in millimetres"), "420x297" },
  { "carries", 0, 0, G_OPTION_ARG_STRING, &args.carries, N_ ("What is printed on the blank: ornament, emblem, country, motto, issuer, gift, form, decision, register, place-date; with = its words, … for dots, @ where these begin in mm"), N_ ("PARTS") },
  { "numbered", 0, 0, G_OPTION_ARG_NONE, &args.numbered, N_ ("The printing house numbered the sheets"), NULL },
  { "series", 0, 0, G_OPTION_ARG_STRING, &args.series, N_ ("Letters before the number of a sheet"), "AA" },
  { "digits", 0, 0, G_OPTION_ARG_INT64, &args.digits, N_ ("Digits of the number of a sheet"), "N" },
  { "state", 0, 0, G_OPTION_ARG_STRING, &args.state, N_ ("Only those in this state, such as free or printed"), N_ ("STATE") },
  { "since", 0, 0, G_OPTION_ARG_STRING, &args.since, N_ ("The first day"), N_ ("YYYY-MM-DD") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &args.until, N_ ("The last day"), N_ ("YYYY-MM-DD") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &args.to, N_ ("To whom"), N_ ("NAME") },
  { "undone", 0, 0, G_OPTION_ARG_NONE, &args.undone, N_ ("They came back as they went"), NULL },
  { "text", 0, 0, G_OPTION_ARG_STRING, &args.text, N_ ("What is printed, its lines divided by /"), N_ ("TEXT") },
  { "marks", 0, 0, G_OPTION_ARG_STRING, &args.marks, N_ ("Two to four places in the picture, in pixels, and on the sheet, in millimetres"), "COLUMN,ROW=X,Y;…" },
  { "move", 0, 0, G_OPTION_ARG_STRING, &args.move, N_ ("How far to the right and down, in millimetres"), "0.5,-1" },
  { "points", 0, 0, G_OPTION_ARG_DOUBLE, &args.points, N_ ("Type size in points"), N_ ("SIZE") },
  { "replace", 0, 0, G_OPTION_ARG_NONE, &args.replace, N_ ("What is there already under the same name may be replaced"), NULL },
  { "done", 0, 0, G_OPTION_ARG_NONE, &args.done, N_ ("Also those that are over"), NULL },
  { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &args.passphrase_file, N_ ("A file whose first line is the passphrase; - for the standard input"), N_ ("NAME") },
  { "new-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &args.new_passphrase_file, N_ ("A file whose first line is the new passphrase"), N_ ("NAME") },
  { "certificate", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &args.certificates, N_ ("The certificate of an office that is trusted"), "PEM" },
  { "decisions", 0, 0, G_OPTION_ARG_STRING, &args.decisions, N_ ("Issued decisions"), "ID,ID" },
  { "hour", 0, 0, G_OPTION_ARG_STRING, &args.hour, N_ ("The hour, as on invitations"), N_ ("TEXT") },
  { "host", 0, 0, G_OPTION_ARG_STRING, &args.host, N_ ("Who holds it"), N_ ("NAME") },
  { "order", 0, 0, G_OPTION_ARG_STRING, &args.order, N_ ("In which order: form, unit; certificates also list, register, ceremony"), N_ ("ORDER") },
  { "ceremony", 0, 0, G_OPTION_ARG_INT64, &args.ceremony, N_ ("A ceremony"), "ID" },
  { "how", 0, 0, G_OPTION_ARG_STRING, &args.how, N_ ("How it was sent: by post, with whom"), N_ ("TEXT") },
  { "what", 0, 0, G_OPTION_ARG_STRING, &args.what, N_ ("Which paper"), N_ ("PAPER") },
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &args.sheet, N_ ("What it is printed on: dl, c5, a4-2x7, a4-3x8, a4-3x8-full"), N_ ("NAME") },
  { "level", 0, 0, G_OPTION_ARG_STRING, &args.level, N_ ("Who gives it: province, department, commune …"), N_ ("LEVEL") },
  { "folder", 0, 0, G_OPTION_ARG_FILENAME, &args.folder, N_ ("The folder to put the files into"), N_ ("FOLDER") },
  { "each", 0, 0, G_OPTION_ARG_STRING, &args.each, N_ ("What has a file of its own"), "person|unit" },
  { "due", 0, 0, G_OPTION_ARG_STRING, &args.due, N_ ("What is due before that day; the day of every year"), N_ ("YYYY-MM-DD") },
  { "deadline", 0, 0, G_OPTION_ARG_STRING_ARRAY, &args.deadlines, N_ ("A deadline of the plan and its new day"), N_ ("ID=DAY") },
  { "end", 0, 0, G_OPTION_ARG_STRING, &args.end, N_ ("The new end of the plan"), N_ ("DAY") },
  { "allow", 0, 0, G_OPTION_ARG_STRING_ARRAY, &args.allows, N_ ("An award form that is given from then on"), N_ ("FORM") },
  { "bar", 0, 0, G_OPTION_ARG_STRING_ARRAY, &args.bars, N_ ("An award form that is not given from then on"), N_ ("FORM") },
  { "limit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &args.limits, N_ ("An award form that is only given for one kind of commendation from then on"), N_ ("FORM=KIND") },
  { "late", 0, 0, G_OPTION_ARG_NONE, &args.late, N_ ("Only what is late"), NULL },
  { "file", 0, 0, G_OPTION_ARG_FILENAME, &args.file, N_ ("The report or document itself; the office keeps it"), N_ ("FILE") },
  { "rule", 0, 0, G_OPTION_ARG_STRING, &args.rule, N_ ("How files are named, of {register}, {number}, {name}, {unit}, {form}, {decision}, {year}"), N_ ("NAMES") },
  { "copies", 0, 0, G_OPTION_ARG_INT64, &args.copies, N_ ("How many copies"), "N" },
  { "pages", 0, 0, G_OPTION_ARG_STRING, &args.pages, N_ ("Only these, by their places in the order"), "1-50,53" },
  { "chunk", 0, 0, G_OPTION_ARG_INT64, &args.chunk, N_ ("So many sheets go to the printer at once"), "N" },
  { "test-sheet", 0, 0, G_OPTION_ARG_NONE, &args.test_sheet, N_ ("Only the first, on plain paper; it is in no ledger"), NULL },
  { "last-good", 0, 0, G_OPTION_ARG_STRING, &args.last_good, N_ ("The last sheet that came out well: its number, or the name on it"), N_ ("SHEET") },
  { "last-good-page", 0, 0, G_OPTION_ARG_INT64, &args.last_good_page, N_ ("The place of the last page that came out well; 0 when none did"), "N" },
  { "spoiled", 0, 0, G_OPTION_ARG_STRING, &args.spoiled, N_ ("Sheets that are spoiled"), "117,118" },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &args.reason, N_ ("Why"), N_ ("TEXT") },
  { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &args.sets, N_ ("What is changed, by its name in the JSON; of a certificate: printed_name, subject_name, post, unit_name, residence, achievement"), N_ ("FIELD=TEXT") },
  { "award", 0, 0, G_OPTION_ARG_INT64, &args.award, N_ ("A certificate"), "ID" },
  { NULL },
};

static const TdCliVerb *
find_verb (const char *noun, const char *verb)
{
  for (const TdCliVerb *entry = td_cli_verbs; entry->noun != NULL; entry++)
    if (g_str_equal (entry->noun, noun) && (entry->verb == NULL || g_strcmp0 (entry->verb, verb) == 0))
      return entry;
  return NULL;
}

/* A noun with verbs; one that stands alone has the help of a verb. */
static gboolean
is_noun (const char *word)
{
  for (const TdCliVerb *entry = td_cli_verbs; entry->noun != NULL; entry++)
    if (g_str_equal (entry->noun, word))
      return entry->verb != NULL;
  return FALSE;
}

static const char *
translate (const char *text)
{
  return *text != '\0' ? _ (text) : "";
}

static void
print_verbs (const char *noun)
{
  g_print ("%s\n\n", _ ("Usage: thidua-cli [--office FILE] [--actor NAME] NOUN VERB …"));
  for (const TdCliVerb *entry = td_cli_verbs; entry->noun != NULL; entry++)
    if (noun == NULL || g_str_equal (noun, entry->noun))
      g_print ("  %s%s%s %s\n      %s\n", entry->noun, entry->verb != NULL ? " " : "", entry->verb != NULL ? entry->verb : "",
               translate (entry->usage), _ (entry->summary));
  g_print ("\n%s\n", _ ("Exit codes: 0 done; 1 refused because of findings, nothing changed; 2 wrong usage; 3 could not."));
}

static gboolean
takes_option (const TdCliVerb *verb, const char *option)
{
  g_auto (GStrv) names = g_strsplit (verb->options, " ", -1);

  return g_str_equal (option, "office") || g_str_equal (option, "actor") || g_strv_contains ((const char *const *) names, option);
}

/* Only the options of this verb: another one is wrong usage, not silently ignored. */
static gboolean
parse_options (const TdCliVerb *verb, char ***argv, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s%s%s %s", verb->noun, verb->verb != NULL ? " " : "", verb->verb != NULL ? verb->verb : "", translate (verb->usage));
  g_autoptr (GOptionContext) context = g_option_context_new (name);
  g_autoptr (GArray) own = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    if (takes_option (verb, entry->long_name))
      g_array_append_vals (own, entry, 1);
  g_option_context_set_summary (context, _ (verb->summary));
  g_option_context_add_main_entries (context, (GOptionEntry *) own->data, GETTEXT_PACKAGE);
  return g_option_context_parse_strv (context, argv, error);
}

/* Options of the program may stand before the noun. */
static gboolean
parse_globals (char ***argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  const GOptionEntry globals[] = { entries[0], entries[1], { NULL } };

  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, globals, GETTEXT_PACKAGE);
  return g_option_context_parse_strv (context, argv, error);
}

static gboolean
is_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "help");
}

static const char *
default_actor (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && *name != '\0' && g_strcmp0 (name, "Unknown") != 0 ? name : g_get_user_name ();
}

static int
dispatch (char ***argv)
{
  g_autoptr (GError) error = NULL;
  const TdCliVerb *verb;
  char **words;
  int code;

  if (!parse_globals (argv, &error))
    return td_cli_usage ("%s", error->message);
  words = *argv + 1;
  if (words[0] == NULL || is_help (words[0]))
    {
      print_verbs (NULL);
      return words[0] == NULL ? TD_CLI_USAGE : TD_CLI_DONE;
    }
  if (g_str_equal (words[0], "--version"))
    {
      g_print ("thidua-cli %s\n", PACKAGE_VERSION);
      return TD_CLI_DONE;
    }
  if (words[1] != NULL && is_help (words[1]) && is_noun (words[0]))
    {
      print_verbs (words[0]);
      return TD_CLI_DONE;
    }
  verb = find_verb (words[0], words[1]);
  if (verb == NULL)
    return td_cli_usage (_ ("There is no command “%s %s”."), words[0], words[1] != NULL ? words[1] : "");
  if (!parse_options (verb, argv, &error))
    return td_cli_usage ("%s", error->message);
  args.noun = verb->noun;
  args.words = *argv + (verb->verb != NULL ? 3 : 2);
  args.n_words = g_strv_length (args.words);
  if (args.n_words < verb->n_words || args.n_words > MAX (verb->n_words, verb->max_words))
    return td_cli_usage (_ ("Usage: thidua-cli %s %s %s"), verb->noun, verb->verb != NULL ? verb->verb : "", translate (verb->usage));
  if (args.actor == NULL)
    args.actor = g_strdup (default_actor ());
  if (!td_cli_check_outputs (&args, verb->reads_file > 0 ? args.words[verb->reads_file - 1] : NULL, &code))
    return code;
  return verb->run (&args);
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) copy = NULL;
  int code;

  td_locale_init (GETTEXT_PACKAGE, LOCALEDIR, BUILD_LOCALEDIR);
  g_set_prgname ("thidua-cli");
  args.nominations = -1;
  args.subjects = -1;
  args.seed = 1;
  args.copies = 1;
  args.last_good_page = -1;
  copy = g_strdupv (argv);
  code = dispatch (&copy);
  return code;
}
