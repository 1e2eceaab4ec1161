-- What offices word in their own way.

-- The entity, made from its description in src/model/.
CREATE TABLE wording (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  opening TEXT NOT NULL,
  tail TEXT,
  final_stop TEXT NOT NULL,
  name_case TEXT NOT NULL,
  register_label TEXT NOT NULL,
  register_restart TEXT NOT NULL,
  province_use TEXT NOT NULL,
  province TEXT,
  thousand TEXT NOT NULL,
  certificate_signer TEXT NOT NULL,
  kind_order TEXT NOT NULL,
  money_in_list TEXT NOT NULL
) STRICT;

-- Beyond the description: there is one.
CREATE UNIQUE INDEX wording_single ON wording ((1));
