create table fine (id int);
create table more (id int);
