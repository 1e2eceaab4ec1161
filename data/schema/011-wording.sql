-- What offices word in their own way.

-- The entity, made from its description in src/model/.
CREATE TABLE wording (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  opening TEXT,
  tail TEXT,
  final_stop TEXT,
  name_case TEXT,
  register_label TEXT,
  register_restart TEXT,
  province_use TEXT,
  province TEXT,
  thousand TEXT,
  certificate_signer TEXT,
  kind_order TEXT,
  money_in_list TEXT
) STRICT;

-- Beyond the description: there is one.
CREATE UNIQUE INDEX wording_single ON wording ((1));
