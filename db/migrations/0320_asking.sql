-- Staff ask one applicant for more: named questions of what was sent are open again, with the reason, until an instant.
create table programmes.reopening (
	id         uuid primary key default gen_random_uuid(),
	expression uuid not null references programmes.expression on delete cascade,
	why        text not null check (length(why) between 1 and 2000),
	made_at    timestamptz not null,
	made_by    uuid not null
);
create index reopening_by_expression on programmes.reopening (expression, made_at desc);

-- Until when: the latest counts. The first is set when it is asked; later ones move it.
create table programmes.reopening_until (
	id        uuid primary key default gen_random_uuid(),
	reopening uuid not null references programmes.reopening on delete cascade,
	until     timestamptz not null,
	set_at    timestamptz not null,
	set_by    uuid not null
);
create index reopening_until_by_reopening on programmes.reopening_until (reopening, set_at desc);

create table programmes.reopened_question (
	reopening uuid not null references programmes.reopening on delete cascade,
	question  text not null check (length(question) between 1 and 80),
	said      jsonb,
	primary key (reopening, question)
);
comment on column programmes.reopened_question.said is 'What the answer meant when it was asked about, to stand beside what it means now.';

-- It ended before its time: the applicant has said all, or cannot; or staff took it back.
create table programmes.reopening_end (
	reopening uuid primary key references programmes.reopening on delete cascade,
	how       text not null check (how in ('answered', 'cannot', 'withdrawn')),
	words     text check (length(words) between 1 and 2000),
	at        timestamptz not null
);
