-- What staff took away from the form of a call, so that it can be put back.
create table programmes.form_removal (
	id          uuid primary key default gen_random_uuid(),
	call        uuid not null references programmes.call,
	removed     jsonb not null,
	removed_at  timestamptz not null,
	removed_by  uuid,
	put_back_at timestamptz
);
create index on programmes.form_removal (call, removed_at);
comment on column programmes.form_removal.removed is 'A question, a section or the whole form, and where it stood.';

-- What the lint found and a person decided to leave as it is.
create table programmes.finding_aside (
	call     uuid not null references programmes.call,
	question text not null,
	code     text not null,
	about    text not null,
	reason   text not null,
	set_at   timestamptz not null,
	set_by   uuid,
	primary key (call, question, code)
);
comment on column programmes.finding_aside.question is 'Its key; empty where the whole form is meant.';
comment on column programmes.finding_aside.about is 'A mark of the question as it was: once the question says something else, the finding stands again.';
