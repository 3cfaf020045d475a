-- Forms of every area. A draft is being written; a version was published, is kept for ever, and is never changed.
create schema forms;

create table forms.form (
	id         uuid primary key default gen_random_uuid(),
	content    jsonb not null,
	edition    integer not null default 1,
	changed_at timestamptz not null,
	changed_by uuid
);
comment on column forms.form.edition is 'Rises with every save, so that of two editors the second is shown both texts.';
comment on column forms.form.changed_by is 'The person; null when it came through the command line.';

create table forms.version (
	id           uuid primary key default gen_random_uuid(),
	form         uuid not null references forms.form,
	number       integer not null check (number > 0),
	content      jsonb not null,
	published_at timestamptz not null,
	published_by uuid,
	constraint one_number_one_version unique (form, number)
);

-- Answers are read and judged by the version that they were given to, years later too.
create function forms.refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'a published version of a form is never changed' using errcode = 'restrict_violation';
end $$;
create trigger versions_are_kept before update or delete on forms.version
	for each row execute function forms.refuse_change();
create trigger versions_are_not_emptied before truncate on forms.version
	for each statement execute function forms.refuse_change();

-- The form of a call, from when somebody first looked at it or published it.
alter table programmes.call add column form uuid constraint one_form_one_call unique;
comment on column programmes.call.form is 'forms.form. Null: the form that every call begins with, as it is.';
