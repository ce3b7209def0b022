-- What the pack lacked, so that the value of the portfolio could not be compared: it has none on either side. Everything else was compared.
alter table reconciliations
    add column unvalued text[] not null default '{}';
