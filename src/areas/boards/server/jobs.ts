import '../reviewing/server/jobs.ts';
import '../rooms/server/jobs.ts';
