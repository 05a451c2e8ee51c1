-- Cases by code of warning, with the share of all cases
SELECT code, count(*) AS cases,
       round(100.0 * count(*) / (SELECT count(*) FROM determinations_newest), 1) AS percent
FROM (SELECT unnest(warningCodes) AS code FROM determinations_newest)
GROUP BY ALL
ORDER BY cases DESC, code
