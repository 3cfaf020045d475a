-- Somebody expresses interest in a programme. Begun, it is a draft; what happens to it later are rows of their own.
create table programmes.expression (
	id             uuid primary key default gen_random_uuid(),
	call           uuid not null references programmes.call,
	form_version   uuid not null,
	reference      text constraint one_reference_one_expression unique
	               check (reference ~ '^[2-9BCDFGHJKMNPQRTVWXYZ]{3}-[2-9BCDFGHJKMNPQRTVWXYZ]{3}$'),
	locale         text not null,
	begun_at       timestamptz not null,
	changed_at     timestamptz not null,
	eligibility    jsonb,
	entered_by     uuid,
	entered_from   text check (entered_from in ('paper', 'telephone')),
	equality_asked boolean not null default false,
	erased_at      timestamptz,
	erased_why     text check (erased_why in ('unsent', 'withdrawn', 'kept-long-enough', 'asked', 'spam', 'early')),
	check ((entered_from is null) or (entered_by is not null) or (erased_at is not null)),
	check ((erased_at is null) = (erased_why is null)),
	constraint erased_expressions_are_anonymous
		check (case when erased_at is null then num_nonnulls(reference, eligibility) = 2
		       else num_nonnulls(reference, eligibility, entered_by) = 0 end)
);
create index expression_by_call on programmes.expression (call, begun_at);
comment on column programmes.expression.form_version is 'forms.version: it is read and judged by this, whatever was published since.';
comment on column programmes.expression.reference is 'What people say on the telephone. It opens nothing.';
comment on column programmes.expression.eligibility is 'What the call asked at the start, word for word, and whether it was met.';
comment on column programmes.expression.entered_by is 'The member of staff who typed up a paper or telephone application, as themselves.';
comment on column programmes.expression.equality_asked is 'That the equality questions were shown; neither whether nor what was answered.';
comment on column programmes.expression.erased_at is 'When everything that could lead to a person was deleted; the husk stays for the counts.';

-- Letter for letter what was typed, and what it means. Once sent, what others read is always a whole application: the
-- meaning changes when everything that was typed is in order, and not before.
create table programmes.answer (
	expression uuid not null references programmes.expression on delete cascade,
	question   text not null check (length(question) between 1 and 80),
	typed      jsonb not null,
	value      jsonb,
	version    integer not null check (version > 0),
	changed_at timestamptz not null,
	deleted_at timestamptz,
	primary key (expression, question)
);
comment on column programmes.answer.deleted_at is 'It was emptied on the day that stood beside its question; its place says so.';

-- What an answer said before it was changed, once the expression was sent. Changes within minutes are one.
create table programmes.former_answer (
	expression uuid not null references programmes.expression on delete cascade,
	question   text not null,
	version    integer not null,
	value      jsonb,
	until      timestamptz not null,
	primary key (expression, question, version)
);

-- Everybody who typed at what came on paper or by telephone, each as themselves. The one who goes on is entered_by.
create table programmes.typist (
	expression uuid not null references programmes.expression on delete cascade,
	person     uuid not null,
	since      timestamptz not null,
	primary key (expression, person)
);

create table programmes.submission (
	expression  uuid primary key references programmes.expression on delete cascade,
	at          timestamptz not null,
	copy_wanted boolean not null
);

create table programmes.withdrawal (
	expression uuid primary key references programmes.expression on delete cascade,
	at         timestamptz not null
);

-- One person's own deadline, given by a member of staff with a reason. The latest counts.
create table programmes.extension (
	id         uuid primary key default gen_random_uuid(),
	expression uuid not null references programmes.expression on delete cascade,
	until      timestamptz not null,
	why        text not null check (length(why) between 1 and 2000),
	given_at   timestamptz not null,
	given_by   uuid not null
);
create index extension_by_expression on programmes.extension (expression, given_at desc);

-- Who holds a code or a link may do everything the applicant may. Several live at once: each mail makes its own.
create table programmes.return_code (
	verifier   bytea primary key check (length(verifier) = 32),
	expression uuid not null references programmes.expression on delete cascade,
	made_at    timestamptz not null
);
create index return_code_by_expression on programmes.return_code (expression);

-- A browser in which an expression is open.
create table programmes.device (
	verifier   bytea primary key check (length(verifier) = 32),
	expression uuid not null references programmes.expression on delete cascade,
	opened_at  timestamptz not null,
	seen_at    timestamptz not null,
	ends_at    timestamptz not null
);
create index device_by_expression on programmes.device (expression);
create index device_by_end on programmes.device (ends_at);

-- What an applicant was written once and is not written again, though a job may run twice.
create table programmes.told (
	expression uuid not null references programmes.expression on delete cascade,
	what       text not null check (what ~ '^[a-z]+(-[0-9]+)?$'),
	about      timestamptz not null,
	at         timestamptz not null,
	primary key (expression, what, about)
);
comment on column programmes.told.about is 'The instant that it is about: a deadline, a sending. When that moves, people are told again.';

-- How often each option was chosen. There is no row for a person, and no time.
create table programmes.equality_count (
	call     uuid not null references programmes.call,
	question text not null,
	option   text not null,
	count    integer not null check (count > 0),
	primary key (call, question, option)
);

-- Handed to whoever is asked, and taken back with the answers: it keeps people from being counted twice, and names nobody.
create table programmes.equality_ballot (
	verifier bytea primary key check (length(verifier) = 32),
	call     uuid not null references programmes.call,
	week     date not null
);

-- Staff who arrange access for a call's applicants, and so may read what they need.
create table programmes.arranger (
	call     uuid not null references programmes.call,
	person   uuid not null,
	shown_as text not null check (length(shown_as) between 1 and 160),
	until    timestamptz,
	named_at timestamptz not null,
	named_by uuid not null,
	primary key (call, person)
);
comment on column programmes.arranger.shown_as is 'The name and the part by which applicants are told who reads their access needs.';
