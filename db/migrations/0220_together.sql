-- Several people on one application. Somebody who applies alone has no row here; with the first invitation the lead gets one
-- too, and from then on every code and every browser belongs to one of them.
create table programmes.co_applicant (
	id          uuid primary key default gen_random_uuid(),
	expression  uuid not null references programmes.expression on delete cascade,
	name        text not null check (length(name) between 1 and 160),
	email       text,
	locale      text not null,
	may         text not null check (may in ('lead', 'edit', 'comment', 'view')),
	as_somebody boolean not null default false,
	invited_at  timestamptz not null,
	lapses_at   timestamptz,
	accepted_at timestamptz,
	ended_at    timestamptz,
	ended_how   text check (ended_how in ('declined', 'taken-off', 'left')),
	check ((ended_at is null) = (ended_how is null)),
	constraint who_has_gone_leaves_no_address check (ended_at is null or email is null)
);
create unique index one_lead_of_an_expression on programmes.co_applicant (expression)
	where may = 'lead' and ended_at is null;
create unique index one_invitation_an_address on programmes.co_applicant (expression, lower(email))
	where ended_at is null;
comment on column programmes.co_applicant.email is 'Where their link was sent. Deleted as soon as they decline, leave or are taken off.';
comment on column programmes.co_applicant.lapses_at is 'Until when they can say yes. Null: they began it.';
comment on column programmes.co_applicant.as_somebody is 'The others read "somebody" and not their name beside what they look at and change.';

alter table programmes.return_code add column co uuid references programmes.co_applicant on delete cascade;
alter table programmes.device add column co uuid references programmes.co_applicant on delete cascade;
create index return_code_by_co on programmes.return_code (co);
create index device_by_co on programmes.device (co);

-- Who wrote an answer last.
alter table programmes.answer add column writer uuid references programmes.co_applicant on delete set null;

-- What an answer said and says no longer, for those who write it together: never for staff.
create table programmes.earlier_text (
	id         uuid primary key default gen_random_uuid(),
	expression uuid not null references programmes.expression on delete cascade,
	question   text not null check (length(question) between 1 and 80),
	typed      jsonb not null,
	version    integer,
	writer     uuid references programmes.co_applicant on delete set null,
	at         timestamptz not null
);
create index earlier_text_by_question on programmes.earlier_text (expression, question, at desc);
comment on column programmes.earlier_text.version is 'The version that it was as an answer. Null: somebody else had saved first, and it never was one.';

-- What they write to one another beside an answer: never for staff.
create table programmes.co_comment (
	id         uuid primary key default gen_random_uuid(),
	expression uuid not null references programmes.expression on delete cascade,
	question   text not null check (length(question) between 1 and 80),
	writer     uuid not null references programmes.co_applicant on delete cascade,
	words      text not null check (length(words) between 1 and 2000),
	written_at timestamptz not null
);
create index co_comment_by_expression on programmes.co_comment (expression, written_at);

-- Where somebody was last, for minutes.
create table programmes.presence (
	person     uuid primary key references programmes.co_applicant on delete cascade,
	expression uuid not null references programmes.expression on delete cascade,
	page       text not null check (length(page) between 1 and 80),
	seen_at    timestamptz not null
);
create index presence_by_expression on programmes.presence (expression);
create index presence_by_time on programmes.presence (seen_at);
