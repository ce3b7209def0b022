select id, name, base_currency from portfolios order by name, id
