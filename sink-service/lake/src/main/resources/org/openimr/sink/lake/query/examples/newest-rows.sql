-- The newest row of each key without the view decisions_newest
SELECT caseKey, itemNumber, revision, outcome, decisionDate
FROM decisions
QUALIFY row_number() OVER (PARTITION BY caseKey, itemNumber ORDER BY recordOffset DESC) = 1
    AND NOT removed
ORDER BY caseKey, itemNumber
LIMIT 50
