-- Cases with several revisions, with the outcome of each revision
SELECT caseKey, count(*) AS revisions,
       string_agg(header.outcome, ' > ' ORDER BY recordOffset) AS outcomes,
       string_agg(CAST(header.itemCount AS VARCHAR), ' > ' ORDER BY recordOffset) AS items
FROM determinations
WHERE NOT removed
GROUP BY caseKey
HAVING count(*) > 1
ORDER BY revisions DESC, caseKey
LIMIT 50
