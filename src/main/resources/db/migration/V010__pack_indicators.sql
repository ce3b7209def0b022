-- Economic figures that answers use, as they were when the pack was made: like its prices they join it only while it is warming.
create table pack_indicators (
    pack_id   text not null references pricing_pack,
    series_id text not null check (series_id <> ''),
    asof_date date not null,
    value     numeric not null check (abs(value) < 'Infinity'),
    provider  text not null check (provider <> ''),
    primary key (pack_id, series_id)
);
call make_append_only('pack_indicators');
create trigger while_warming after insert on pack_indicators
    referencing new table as inserted for each statement execute function guard_pack_rows();
