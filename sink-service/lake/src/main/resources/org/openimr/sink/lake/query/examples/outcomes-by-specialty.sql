-- Cases by specialty of the reviewer, with the share of overturned items
SELECT specialty, count(*) AS cases,
       sum(header.itemCount) AS items,
       round(100.0 * sum(header.overturnedCount) / sum(header.itemCount), 1) AS percent_overturned
FROM (SELECT header, unnest(header.reviewer.specialties) AS specialty FROM determinations_newest)
GROUP BY ALL
ORDER BY cases DESC, specialty
LIMIT 25
