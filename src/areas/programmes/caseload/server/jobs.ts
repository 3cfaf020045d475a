/** What the caseload does when it hears an event, and by the clock. */
import './cards.ts';
import './leaving-staff.ts';
import './digests.ts';
