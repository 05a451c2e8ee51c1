-- Guidelines that reviewers cite most, with the share of overturned items
SELECT cited.authority AS authority,
       coalesce(cited.document, '(unresolved)') AS document,
       count(*) AS citations,
       count(DISTINCT (caseKey, itemNumber)) AS items,
       round(100.0 * count(*) FILTER (outcome = 'OVERTURNED') / count(*), 1) AS percent_overturned
FROM (SELECT caseKey, itemNumber, outcome, unnest(reviewerBasis.citations) AS cited
      FROM decisions_newest)
GROUP BY ALL
ORDER BY citations DESC, document
LIMIT 25
