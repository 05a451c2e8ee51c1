-- Items by category of treatment, with the share of overturned items
SELECT coalesce(request.category, '(none)') AS category,
       count(*) AS items,
       count(*) FILTER (outcome = 'OVERTURNED') AS overturned,
       round(100.0 * count(*) FILTER (outcome = 'OVERTURNED') / count(*), 1) AS percent
FROM decisions_newest
GROUP BY ALL
ORDER BY items DESC, category
