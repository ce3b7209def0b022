select id, name, base_ccy as base_currency from portfolios order by name, id
