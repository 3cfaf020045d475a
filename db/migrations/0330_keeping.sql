-- A receipt of what was deleted: when, by whom or by the clock, of which call, for what reason, how many. Nobody can be found in it.
create table programmes.erasing (
	id    uuid primary key default gen_random_uuid(),
	at    timestamptz not null,
	by    uuid,
	why   text not null check (why in ('due', 'request', 'restored', 'early')),
	reason text check (length(reason) between 1 and 1000),
	check ((why = 'early') = (reason is not null))
);
comment on column programmes.erasing.reason is 'Why a lead deleted one before its time. It stays, so it names nobody: the page says so where it is written.';
comment on column programmes.erasing.by is 'The member of staff who pressed the button; null: the clock, or a restoration.';
create table programmes.erased (
	erasing uuid not null references programmes.erasing on delete cascade,
	call    uuid not null references programmes.call,
	why     text not null,
	sent    boolean not null,
	count   integer not null check (count > 0),
	question text not null default '',
	primary key (erasing, call, why, sent, question)
);
comment on column programmes.erased.question is 'Whose answers alone went; empty: whole applications.';
create index erased_by_call on programmes.erased (call);

-- Somebody asked staff for what is held about them, or to have it deleted (UK GDPR art. 15 and 17).
create table programmes.request (
	id          uuid primary key default gen_random_uuid(),
	call        uuid not null references programmes.call,
	kind        text not null check (kind in ('copy', 'delete')),
	found_by    text not null check (found_by in ('reference', 'email', 'telephone')),
	reference   text check (reference ~ '^[2-9BCDFGHJKMNPQRTVWXYZ]{3}-[2-9BCDFGHJKMNPQRTVWXYZ]{3}$'),
	contact     text check (length(contact) between 1 and 320),
	came_on     date not null,
	due_on      date not null,
	identity    text not null check (length(identity) between 1 and 2000),
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	done_at     timestamptz,
	done_by     uuid,
	refused     text check (length(refused) between 1 and 2000),
	check ((done_at is null) = (done_by is null)),
	check (refused is null or done_at is not null),
	check ((found_by = 'reference') = (reference is not null)),
	check ((contact is not null) = (found_by <> 'reference' and done_at is null))
);
create index request_by_call on programmes.request (call, recorded_at desc);
comment on column programmes.request.contact is 'The address or the number as the person said it. It goes when the request is answered.';
comment on column programmes.request.reference is 'As the person said it. Whether there is anything under it is not said here.';
comment on column programmes.request.identity is 'How staff made sure that it is the person.';
