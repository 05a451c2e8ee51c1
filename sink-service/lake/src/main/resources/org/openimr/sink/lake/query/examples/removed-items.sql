-- Items that a later revision of their letter removed, with their last outcome
SELECT caseKey, itemNumber, before.revision AS last_revision, before.outcome AS last_outcome,
       gone.recordTime AS removed_at
FROM (SELECT * FROM decisions
      QUALIFY row_number() OVER (PARTITION BY caseKey, itemNumber ORDER BY recordOffset DESC) = 1)
     AS gone
LEFT JOIN LATERAL (
  SELECT revision, outcome FROM decisions AS earlier
  WHERE earlier.caseKey = gone.caseKey AND earlier.itemNumber = gone.itemNumber
    AND NOT earlier.removed
  ORDER BY recordOffset DESC LIMIT 1) AS before ON true
WHERE gone.removed
ORDER BY caseKey, itemNumber
