-- What only the tables have; the other columns have the comments of the events.
comment on schema imr is
  'Independent Medical Review: determinations as rows, of the newest revision of each case.';
comment on table cases is
  'A row a case: who, when and how it ended. Of imr.case-headers.v1.';
comment on table decisions is
  'A row a disputed item, with what both sides based their decision on. Of imr.item-decisions.v1.';
comment on table citations is
  'A row a citation of a guideline in a decision. Made of decisions, in the same transaction.';
comment on column cases.written_at is
  'When this row was written last.';
comment on column decisions.written_at is
  'When this row was written last.';
comment on column decisions.item_key is
  'Case key, # and the number of the item: the key of the event.';
comment on column decisions.claims_administrator_basis_kind is
  'What kind of guidelines the claims administrator''s decision rests on. One of MTUS, MTUS_AND_NON_MTUS, NON_MTUS, NONE_CITED, OTHER.';
comment on column decisions.reviewer_basis_kind is
  'What kind of guidelines the reviewer''s decision rests on. One of MTUS, MTUS_AND_NON_MTUS, NON_MTUS, NONE_CITED, OTHER.';
comment on column citations.item_key is
  'The decision that it stands in.';
comment on column citations.case_key is
  'The case that it stands in.';
comment on column citations.item_number is
  'Number of the item in its letter, from 1.';
comment on column citations.cited_by is
  'Whose statement it stands in. One of CLAIMS_ADMINISTRATOR, REVIEWER.';
comment on column citations.position is
  'Which citation of the statement it is, from 1.';
comment on column citations.span_start is
  'Printed: where it starts in the letter''s text, in UTF-16 code units from 0.';
comment on column citations.span_end is
  'Printed: where it ends, offset behind the last character.';
