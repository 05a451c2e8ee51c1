-- The newest row of each key by hand, as the view decisions_newest has it
SELECT caseKey, itemNumber, revision, outcome, decisionDate
FROM decisions
QUALIFY row_number() OVER (PARTITION BY caseKey, itemNumber ORDER BY recordOffset DESC) = 1
    AND NOT removed
ORDER BY caseKey, itemNumber
LIMIT 50
