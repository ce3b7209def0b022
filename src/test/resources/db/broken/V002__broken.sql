create table half_made (id int);
alter table no_such_table add column x int;
