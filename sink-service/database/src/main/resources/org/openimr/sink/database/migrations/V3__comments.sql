-- Columns that do not come from an event; ColumnComments adds the comments of the others.
comment on schema imr is
  'Independent Medical Review determinations: the newest revision of each case.';
comment on table cases is
  'One row per case: dates, reviewer and outcome. From imr.case-headers.v1.';
comment on table decisions is
  'One row per disputed item, with the basis of both decisions. From imr.item-decisions.v1.';
comment on table citations is
  'One row per guideline citation in a decision. Derived from decisions in the same transaction.';
comment on column cases.written_at is
  'Time of the last write of this row.';
comment on column decisions.written_at is
  'Time of the last write of this row.';
comment on column decisions.item_key is
  'Case key, # and item number: the key of the event.';
comment on column decisions.claims_administrator_basis_kind is
  'Kind of guidelines that the claims administrator based its decision on. One of MTUS, MTUS_AND_NON_MTUS, NON_MTUS, NONE_CITED, OTHER.';
comment on column decisions.reviewer_basis_kind is
  'Kind of guidelines that the reviewer based the decision on. One of MTUS, MTUS_AND_NON_MTUS, NON_MTUS, NONE_CITED, OTHER.';
comment on column citations.item_key is
  'Key of the decision that contains the citation.';
comment on column citations.case_key is
  'Key of the case that contains the citation.';
comment on column citations.item_number is
  'Number of the item in its letter, from 1.';
comment on column citations.cited_by is
  'Author of the statement that contains the citation. One of CLAIMS_ADMINISTRATOR, REVIEWER.';
comment on column citations.position is
  'Position of the citation in its statement, from 1.';
comment on column citations.span_start is
  'Start of the printed citation in the text of the letter, in UTF-16 code units from 0.';
comment on column citations.span_end is
  'End of the printed citation: the offset just past its last character.';
