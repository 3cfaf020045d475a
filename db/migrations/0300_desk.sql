-- What staff write beside an expression, for one another. Deleted, it leaves who wrote here and when; no words.
create table programmes.note (
	id         uuid primary key default gen_random_uuid(),
	expression uuid not null references programmes.expression on delete cascade,
	author     uuid not null,
	words      text check (length(words) between 1 and 10000),
	edition    integer not null default 1,
	written_at timestamptz not null,
	changed_at timestamptz,
	deleted_at timestamptz,
	check ((words is null) = (deleted_at is not null))
);
create index note_by_expression on programmes.note (expression, written_at);
comment on column programmes.note.edition is 'Rises with every save, so that of two windows the second is told.';
