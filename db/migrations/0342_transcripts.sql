-- What is said or signed in a recording, written down by staff. It belongs to that one file, and goes with it.
create table programmes.transcript (
	expression uuid not null references programmes.expression on delete cascade,
	question   text not null,
	file       uuid not null,
	words      text not null check (length(words) between 1 and 60000),
	by         uuid not null,
	at         timestamptz not null,
	edition    integer not null default 1,
	primary key (expression, question)
);
