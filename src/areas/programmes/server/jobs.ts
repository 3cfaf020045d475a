/** What this area does when it hears an event, and by the clock. */
import './expression-jobs.ts';
import '../caseload/server/jobs.ts';
import './expression-keeping.ts';
import '../form/server/telling.ts';
