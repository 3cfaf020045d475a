-- Whom somebody led after. When staff decided it, whoever led before cannot be taken off for days: they may not know of it yet.
alter table programmes.hand_over add column lead_before uuid references programmes.co_applicant on delete set null;
create index hand_over_by_lead_before on programmes.hand_over (lead_before);
