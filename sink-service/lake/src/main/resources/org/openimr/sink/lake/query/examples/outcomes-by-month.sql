-- Items by month of decision, with the share of overturned items
SELECT strftime(decisionDate, '%Y-%m') AS month,
       count(DISTINCT caseKey) AS cases,
       count(*) AS items,
       round(100.0 * count(*) FILTER (outcome = 'OVERTURNED') / count(*), 1) AS percent_overturned
FROM decisions_newest
GROUP BY ALL
ORDER BY month
