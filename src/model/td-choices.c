/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-choices"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"

/* Who can be nominated (loại đối tượng). */
const TdChoice td_choices_subject_kind[] = {
  { "person", N_ ("Person") },
  { "collective", N_ ("Collective") },
  { "household", N_ ("Household") },
  { NULL },
};

const TdChoice td_choices_sex[] = {
  { "male", N_ ("Male") },
  { "female", N_ ("Female") },
  { NULL },
};

/* What a person's number is the number of. */
const TdChoice td_choices_id_kind[] = {
  { "cccd", N_ ("Citizen id card (12 digits)") },
  { "cmnd", N_ ("Old identity card (9 digits)") },
  { "passport", N_ ("Passport") },
  { "military", N_ ("Military or police card") },
  { NULL },
};

/* Nghề nghiệp, as offices group the receivers of awards. */
const TdChoice td_choices_occupation[] = {
  { "official", N_ ("Cadre or civil servant") },
  { "public_employee", N_ ("Public employee") },
  { "worker", N_ ("Worker") },
  { "farmer", N_ ("Farmer") },
  { "soldier", N_ ("Armed forces") },
  { "entrepreneur", N_ ("Entrepreneur") },
  { "intellectual", N_ ("Intellectual or artist") },
  { "pupil", N_ ("Pupil or student") },
  { "retired", N_ ("Retired") },
  { "foreigner", N_ ("Foreigner or overseas Vietnamese") },
  { "other", N_ ("Other") },
  { NULL },
};

/* The rows 06 to 10 of form 0603.N/BNV-TĐKT (TT 02/2023/TT-BNV), in their order. */
const TdChoice td_choices_leader_class[] = {
  { "ministry_province", N_ ("Leader of a ministry or province") },
  { "department", N_ ("Leader of a department or agency") },
  { "entrepreneur", N_ ("Entrepreneur") },
  { "division", N_ ("Other leader, from deputy head of division") },
  { "direct", N_ ("Works, studies or serves directly") },
  { NULL },
};

/* Why somebody is called otherwise. */
const TdChoice td_choices_name_kind[] = {
  { "earlier", N_ ("Earlier name") },
  { "other", N_ ("Other name") },
  { "religious", N_ ("Religious name") },
  { "passport", N_ ("Name in the passport") },
  { NULL },
};

/* Kỷ luật: of officials (NĐ 112/2020/NĐ-CP), of the Party, and what else is written. */
const TdChoice td_choices_discipline_form[] = {
  { "reprimand", N_ ("Reprimand") },
  { "warning", N_ ("Warning") },
  { "salary", N_ ("Lower salary") },
  { "demotion", N_ ("Demotion") },
  { "removal", N_ ("Removal from office") },
  { "dismissal", N_ ("Dismissal") },
  { "expulsion", N_ ("Expulsion from the Party") },
  { "other", N_ ("Other") },
  { NULL },
};

/* Loại hình khen thưởng: Luật Thi đua, khen thưởng, Điều 8. */
const TdChoice td_choices_commendation_kind[] = {
  { "merit", N_ ("Merit over a period") },
  { "sudden", N_ ("Sudden deed") },
  { "movement", N_ ("Emulation movement") },
  { "devotion", N_ ("Years of devotion") },
  { "tenure", N_ ("Length of service") },
  { "foreign", N_ ("Foreign relations") },
  { NULL },
};

/* Who gives, from the highest down. */
const TdChoice td_choices_giver_level[] = {
  { "president", N_ ("President of the State") },
  { "government", N_ ("Government") },
  { "prime_minister", N_ ("Prime Minister") },
  { "ministry", N_ ("Ministry or central body") },
  { "province", N_ ("Chair of the province") },
  { "department", N_ ("Head of a department or agency") },
  { "commune", N_ ("Chair of a commune") },
  { "enterprise", N_ ("Head of an enterprise") },
  { NULL },
};

/* Kinds of unit that a provincial office lists. */
const TdChoice td_choices_unit_kind[] = {
  { "province", N_ ("Province") },
  { "department", N_ ("Department or agency") },
  { "commune", N_ ("Commune") },
  { "ward", N_ ("Ward") },
  { "special_zone", N_ ("Special zone") },
  { "front", N_ ("Fatherland Front or mass organisation") },
  { "association", N_ ("Association") },
  { "party", N_ ("Party body") },
  { "enterprise", N_ ("Enterprise or cooperative") },
  { "school", N_ ("School") },
  { "armed_forces", N_ ("Armed forces") },
  { "press", N_ ("Press and broadcasting") },
  { "central", N_ ("Central agency in the province") },
  { "other", N_ ("Other") },
  { NULL },
};

/* What happens to units by a document. */
const TdChoice td_choices_unit_act_kind[] = {
  { "merge", N_ ("Merged") },
  { "split", N_ ("Split") },
  { "rename", N_ ("Renamed") },
  { "move", N_ ("Moved") },
  { NULL },
};

/* Which part a unit has in such an act. */
const TdChoice td_choices_unit_act_role[] = {
  { "from", N_ ("Gave over") },
  { "into", N_ ("Took over") },
  { "changed", N_ ("Changed") },
  { NULL },
};

/* A cụm joins localities, a khối agencies of like kind. */
const TdChoice td_choices_bloc_kind[] = {
  { "cluster", N_ ("Cluster of localities") },
  { "bloc", N_ ("Bloc of agencies") },
  { NULL },
};

/* How exactly a plan says when it begins or ends. */
const TdChoice td_choices_period_precision[] = {
  { "day", N_ ("On a day") },
  { "month", N_ ("In a month") },
  { "year", N_ ("In a year") },
  { "event", N_ ("With an event") },
  { "open", N_ ("Left open") },
  { NULL },
};

/* How far a plan is that is written here. */
const TdChoice td_choices_plan_state[] = {
  { "draft", N_ ("Being written") },
  { "issued", N_ ("Issued") },
  { NULL },
};

/* How the clauses of a plan are marked, level by level: NĐ 30/2020, Phụ lục I, II.5. */
const TdChoice td_choices_outline_marks[] = {
  { "roman", N_ ("I, 1, a, -") },
  { "decimal", N_ ("1, 1.1, 1.1.1") },
  { "article", N_ ("Điều 1, 1, a") },
  { NULL },
};

/* The facts the words of a clause are made from. */
const TdChoice td_choices_clause_binding[] = {
  { "allowances", N_ ("Award forms") },
  { "deadlines", N_ ("Deadlines") },
  { "tasks", N_ ("Tasks") },
  { NULL },
};

/* What a piece of a plan is for. */
const TdChoice td_choices_clause_role[] = {
  { "purpose", N_ ("Purpose") },
  { "requirement", N_ ("Requirement") },
  { "content", N_ ("Content") },
  { "solution", N_ ("Solution") },
  { "group", N_ ("Target group") },
  { "criterion", N_ ("Criterion") },
  { "article", N_ ("Article of the decision") },
  { "closing", N_ ("Closing words") },
  { NULL },
};

/* What a plan says of an award form. */
const TdChoice td_choices_allowance_rule[] = {
  { "allowed", N_ ("Allowed") },
  { "barred", N_ ("Not given") },
  { "only", N_ ("Only for one kind") },
  { NULL },
};

/* How a plan turns to somebody. */
const TdChoice td_choices_task_mode[] = {
  { "assigned", N_ ("Assigned") },
  { "requested", N_ ("Requested") },
  { NULL },
};

/* How far a task has come. */
const TdChoice td_choices_task_state[] = {
  { "open", N_ ("Not begun") },
  { "doing", N_ ("Being done") },
  { "done", N_ ("Done") },
  { "dropped", N_ ("No longer asked for") },
  { NULL },
};

/* How it stands with a report that a unit owes. */
const TdChoice td_choices_report_state[] = {
  { "expected", N_ ("Expected") },
  { "late", N_ ("Late") },
  { "received", N_ ("Received") },
  { "received_late", N_ ("Received late") },
  { NULL },
};

/* What a document that comes after a plan is. */
const TdChoice td_choices_plan_change_kind[] = {
  { "guidance", N_ ("Guidance") },
  { "extension", N_ ("Extension") },
  { "supplement", N_ ("Supplement") },
  { NULL },
};

/* What such a document changes. */
const TdChoice td_choices_plan_change_what[] = {
  { "deadline", N_ ("A deadline") },
  { "end", N_ ("The end of the plan") },
  { "allowance", N_ ("An award form") },
  { NULL },
};

/* How far a registered work has come. */
const TdChoice td_choices_work_state[] = {
  { "registered", N_ ("Registered") },
  { "doing", N_ ("Being built") },
  { "finished", N_ ("Finished") },
  { "dropped", N_ ("Given up") },
  { NULL },
};

/* The road of an exemplar. */
const TdChoice td_choices_exemplar_state[] = {
  { "found", N_ ("Newly found") },
  { "checked", N_ ("Checked") },
  { "commended", N_ ("Commended") },
  { "spread", N_ ("Made known") },
  { NULL },
};

/* What is held for a plan. */
const TdChoice td_choices_occasion_kind[] = {
  { "launch", N_ ("Launch") },
  { "inspection", N_ ("Inspection") },
  { "training", N_ ("Training") },
  { "review", N_ ("Interim review") },
  { "closing", N_ ("Closing review") },
  { "ceremony", N_ ("Ceremony") },
  { NULL },
};

/* How far a nomination has come. */
const TdChoice td_choices_nomination_state[] = {
  { "new", N_ ("New") },
  { "drafted", N_ ("In a draft decision") },
  { "awarded", N_ ("Awarded") },
  { NULL },
};

/* How far a decision has come. */
const TdChoice td_choices_decision_state[] = {
  { "draft", N_ ("Draft") },
  { "submitted", N_ ("Submitted for signature") },
  { "issued", N_ ("Issued") },
  { NULL },
};

/* What changes an issued decision. */
const TdChoice td_choices_decision_act_kind[] = {
  { "correction", N_ ("Correction") },
  { "revocation", N_ ("Revocation") },
  { NULL },
};

/* What a correction may say otherwise: columns of an award. Number, date and register number never. */
const TdChoice td_choices_corrected_field[] = {
  { "subject_name", N_ ("Name") },
  { "printed_name", N_ ("Name as printed") },
  { "post", N_ ("Post") },
  { "unit_name", N_ ("Unit") },
  { "residence", N_ ("Address") },
  { "achievement", N_ ("Wording") },
  { "post_english", N_ ("Post in English") },
  { "achievement_english", N_ ("Wording in English") },
  { NULL },
};

/* What the rows of a list become. */
const TdChoice td_choices_list_purpose[] = {
  { "nominations", N_ ("Nominations") },
  { "subjects", N_ ("Subjects") },
  { "history", N_ ("Earlier awards") },
  { NULL },
};

/* What a blank carries when it comes: words of templates' boxes, and the pictures. */
const TdChoice td_choices_stock_part[] = {
  { "ornament", N_ ("Ornament") },
  { "emblem", N_ ("State emblem") },
  { "country", N_ ("Name of the country") },
  { "motto", N_ ("Motto") },
  { "issuer", N_ ("Giver's title") },
  { "gift", N_ ("The word Tặng") },
  { "form", N_ ("Name of the award form") },
  { "decision", N_ ("Words around number and date of the decision") },
  { "register", N_ ("Words around the register number") },
  { "place-date", N_ ("Words around place and date") },
  { NULL },
};

/* What kind of picture a file is. */
const TdChoice td_choices_picture_format[] = {
  { "png", N_ ("Dots (PNG)") },
  { "svg", N_ ("Drawing (SVG)") },
  { NULL },
};

/* What printed sheets go out for. */
const TdChoice td_choices_stock_step[] = {
  { "signature", N_ ("Signature") },
  { "seal", N_ ("Seal") },
  { "frame", N_ ("Framing") },
  { "presentation", N_ ("Presentation") },
  { NULL },
};

/* Where a sheet is. */
const TdChoice td_choices_sheet_state[] = {
  { "free", N_ ("In store") },
  { "reserved", N_ ("Reserved") },
  { "printed", N_ ("Printed") },
  { "at_signature", N_ ("To signature") },
  { "signed", N_ ("Signed") },
  { "sealed", N_ ("Sealed") },
  { "framed", N_ ("Framed") },
  { "presented", N_ ("Presented") },
  { "spoiled", N_ ("Spoiled") },
  { "taken_back", N_ ("Taken back") },
  { "destroyed", N_ ("Destroyed") },
  { NULL },
};

/* Where authenticity codes are printed. */
const TdChoice td_choices_code_place[] = {
  { "list", N_ ("With the list") },
  { "back", N_ ("On the back") },
  { "front", N_ ("On the front") },
  { NULL },
};

const TdChoice td_choices_ceremony_state[] = {
  { "planned", N_ ("Planned") },
  { "held", N_ ("Held") },
  { NULL },
};

const TdChoice td_choices_presence[] = {
  { "expected", N_ ("Expected") },
  { "came", N_ ("Came") },
  { "absent", N_ ("Absent") },
  { "sent", N_ ("Sent") },
  { NULL },
};

/* What belongs to an award; the first is the paper itself. */
const TdChoice td_choices_kit_item[] = {
  { "certificate", N_ ("Certificate itself") },
  { "frame", N_ ("Picture frame") },
  { "badge", N_ ("Badge") },
  { "box", N_ ("Gift box") },
  { "flag", N_ ("Flag") },
  { "flowers", N_ ("Flowers") },
  { "other", N_ ("Something else") },
  { NULL },
};

/* In which order certificates come out. */
const TdChoice td_choices_page_order[] = {
  { "list", N_ ("As in the decision") },
  { "register", N_ ("By register number") },
  { "unit", N_ ("By unit") },
  { "ceremony", N_ ("As in the ceremony") },
  { NULL },
};

/* How far a print batch has come. */
const TdChoice td_choices_batch_state[] = {
  { "prepared", N_ ("Prepared") },
  { "printing", N_ ("Printing") },
  { "paused", N_ ("Paused") },
  { "asking", N_ ("Waits for an answer") },
  { "done", N_ ("Done") },
  { "given_up", N_ ("Given up") },
  { NULL },
};

/* Where a chunk of it is. */
const TdChoice td_choices_chunk_state[] = {
  { "prepared", N_ ("Prepared") },
  { "sending", N_ ("Being sent") },
  { "sent", N_ ("Sent") },
  { "done", N_ ("Done") },
  { "unclear", N_ ("Unclear") },
  { NULL },
};

/* What became of a page. */
const TdChoice td_choices_page_state[] = {
  { "waiting", N_ ("Waiting") },
  { "sent", N_ ("Sent") },
  { "printed", N_ ("Printed") },
  { "spoiled", N_ ("Spoiled") },
  { "dropped", N_ ("Dropped") },
  { NULL },
};

/* What offices word in their own way; the first of each is the usual one. */
const TdChoice td_choices_wording_opening[] = {
  { "as_written", N_ ("As they are written") },
  { "having", N_ ("“Đã có …”") },
  { "for_having", N_ ("“Vì đã có …”") },
  { NULL },
};

const TdChoice td_choices_wording_stop[] = {
  { "as_written", N_ ("As it is written") },
  { "none", N_ ("Never") },
  { "always", N_ ("Always") },
  { NULL },
};

const TdChoice td_choices_wording_case[] = {
  { "as_written", N_ ("As they are written") },
  { "upper", N_ ("In capitals") },
  { NULL },
};

const TdChoice td_choices_wording_restart[] = {
  { "yearly", N_ ("Every year") },
  { "never", N_ ("Never") },
  { NULL },
};

const TdChoice td_choices_wording_province[] = {
  { "as_written", N_ ("As it is written") },
  { "always", N_ ("Always") },
  { "never", N_ ("Never") },
  { NULL },
};

const TdChoice td_choices_wording_thousand[] = {
  { "nghin", N_ ("nghìn") },
  { "ngan", N_ ("ngàn") },
  { NULL },
};

const TdChoice td_choices_wording_signer[] = {
  { "decision", N_ ("Who signs the decision") },
  { "giver", N_ ("Who signs for the giver") },
  { NULL },
};

const TdChoice td_choices_wording_kind_order[] = {
  { "collectives", N_ ("Collectives") },
  { "persons", N_ ("Persons") },
  { NULL },
};

const TdChoice td_choices_wording_money[] = {
  { "shown", N_ ("Shown") },
  { "hidden", N_ ("Not shown") },
  { NULL },
};
