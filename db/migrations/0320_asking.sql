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

-- Somebody asks about a call: no account, no name. Their words are for staff alone, and go some time after the answer.
create table programmes.question (
	id       uuid primary key default gen_random_uuid(),
	call     uuid not null references programmes.call,
	words    text not null check (length(words) between 1 and 2000),
	email    text,
	locale   text not null,
	asked_at timestamptz not null
);
create index question_by_call on programmes.question (call, asked_at);
comment on column programmes.question.email is 'For the answer only. It goes with the answer, and stays nowhere but with the letter.';

-- What everybody reads: the question in words by which nobody is recognised, and the answer.
create table programmes.answer_for_all (
	id           uuid primary key default gen_random_uuid(),
	call         uuid not null references programmes.call,
	question     text not null check (length(question) between 1 and 2000),
	answer       text not null check (length(answer) between 1 and 5000),
	language     text not null,
	edition      integer not null default 1,
	published_at timestamptz not null,
	published_by uuid not null,
	changed_at   timestamptz
);
create index answer_for_all_by_call on programmes.answer_for_all (call, published_at);

create table programmes.answer_taken_down (
	answer uuid primary key references programmes.answer_for_all on delete cascade,
	at     timestamptz not null,
	by     uuid not null
);

-- What became of a question: answered to everybody, to the one who asked, or set aside.
create table programmes.question_end (
	question uuid primary key references programmes.question on delete cascade,
	how      text not null check (how in ('for-all', 'private', 'set-aside')),
	answer   uuid references programmes.answer_for_all on delete cascade,
	words    text check (length(words) between 1 and 5000),
	at       timestamptz not null,
	by       uuid not null,
	check ((how = 'for-all') = (answer is not null)),
	check ((how = 'private') = (words is not null))
);

-- A person marked it as spam. It is in no list and no count unless somebody looks for it; its sender sees no difference.
create table programmes.spam_mark (
	id         uuid primary key default gen_random_uuid(),
	expression uuid not null references programmes.expression on delete cascade,
	why        text not null check (length(why) between 1 and 2000),
	marked_at  timestamptz not null,
	marked_by  uuid not null,
	undone_at  timestamptz,
	undone_by  uuid,
	check ((undone_at is null) = (undone_by is null))
);
create unique index one_standing_mark_of_spam on programmes.spam_mark (expression) where undone_at is null;

-- Two that are one: a person decided which stands. The other keeps everything it has, and is read with it.
create table programmes.merging (
	id        uuid primary key default gen_random_uuid(),
	other     uuid not null references programmes.expression on delete cascade,
	stands    uuid not null references programmes.expression on delete cascade,
	at        timestamptz not null,
	by        uuid not null,
	undone_at timestamptz,
	undone_by uuid,
	check (other <> stands),
	check ((undone_at is null) = (undone_by is null))
);
create unique index one_standing_merging on programmes.merging (other) where undone_at is null;
create index merging_by_standing on programmes.merging (stands) where undone_at is null;

-- Two that look alike and are not one: nobody is asked again.
create table programmes.not_same (
	one uuid not null references programmes.expression on delete cascade,
	two uuid not null references programmes.expression on delete cascade,
	how text not null check (how in ('related', 'different')),
	at  timestamptz not null,
	by  uuid not null,
	primary key (one, two),
	check (one < two)
);

-- A time that staff offer for talking with whoever they invite.
create table programmes.interview_slot (
	id           uuid primary key default gen_random_uuid(),
	call         uuid not null references programmes.call,
	at           timestamptz not null,
	minutes      integer not null check (minutes between 5 and 480),
	how          text not null check (how in ('place', 'telephone', 'video')),
	place        text not null check (length(place) <= 1000),
	link         text not null check (length(link) <= 1000),
	made_at      timestamptz not null,
	made_by      uuid not null,
	sequence     integer not null default 0,
	withdrawn_at timestamptz
);
create index interview_slot_by_call on programmes.interview_slot (call, at);
comment on column programmes.interview_slot.sequence is 'Rises whenever it is taken or free again, so that calendars of staff move what they have.';
comment on column programmes.interview_slot.link is 'Of a video call. Whoever chose this time sees it, and nobody else who was invited.';

create table programmes.interview_invitation (
	id           uuid primary key default gen_random_uuid(),
	expression   uuid not null constraint one_interview_one_expression unique
	             references programmes.expression on delete cascade,
	words        text not null check (length(words) between 1 and 2000),
	until        timestamptz not null,
	invited_at   timestamptz not null,
	invited_by   uuid not null,
	zone         text,
	needs        text check (length(needs) between 1 and 2000),
	sequence     integer not null default 0,
	declined_at  timestamptz,
	declined_why text check (length(declined_why) between 1 and 2000),
	withdrawn_at timestamptz
);
comment on column programmes.interview_invitation.needs is 'For those who arrange access, like the access needs of the application.';
comment on column programmes.interview_invitation.sequence is 'Rises with every change, so that calendars move what they have.';

create table programmes.interview_choice (
	id         uuid primary key default gen_random_uuid(),
	invitation uuid not null references programmes.interview_invitation on delete cascade,
	slot       uuid not null references programmes.interview_slot on delete cascade,
	chosen_at  timestamptz not null,
	ended_at   timestamptz
);
create unique index one_slot_one_interview on programmes.interview_choice (slot) where ended_at is null;
create unique index one_interview_one_slot on programmes.interview_choice (invitation) where ended_at is null;

-- What each interviewer wrote for colleagues: one note each.
create table programmes.interview_note (
	invitation uuid not null references programmes.interview_invitation on delete cascade,
	author     uuid not null,
	words      text not null check (length(words) between 1 and 10000),
	edition    integer not null default 1,
	changed_at timestamptz not null,
	primary key (invitation, author)
);
