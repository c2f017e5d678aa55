import type { Words } from '../words.ts';
import type zh from '../zh/public.ts';

const en: Words<typeof zh> = {
  home: {
    title: 'Internships that match fairly, from any time zone',
    lead: 'Companies post internships, students abroad apply remotely. Both sides rank, and one match gives each student one clear result with its reason.',
    band: 'Your day and evening share {duration} with office hours in {zone}, from {from} your time.',
    bandSame: 'You and the programme are in the same zone: {zone}.',
    signUp: 'Create an account',
    postings: 'internships open',
    remote: 'fully remote',
    companiesCount: 'verified companies hiring',
    browse: 'See the internships',
    how: 'How matching works',
    datesTitle: 'Dates of {cycle}',
    noCycle: 'No cycle is under way now',
    noCycleBody: 'The dates of the next cycle will appear here once it is announced.',
    forTitle: 'Who it is for',
    students: 'Students',
    studentsBody:
      'Internships are ordered by how well they fit you, and every point is explained. Ranking honestly is your best strategy. If you are not matched, you are told why.',
    companies: 'Companies',
    companiesBody:
      'Applicants come ordered by fit, with shared working hours worked out. You rank them, and the match fills your seats.',
    coordinators: 'Coordinators',
    coordinatorsBody: 'Check companies and postings, and run the match round. Anyone can verify its result.',
    promisesTitle: 'What you can rely on',
    promiseAnswer: 'Every application is answered',
    promiseAnswerBody: 'A phase cannot end while an application has no outcome.',
    promiseSecret: 'Rank lists stay secret',
    promiseSecretBody: 'Nobody sees the other side’s list, and no list feeds a ranking.',
    promiseVerify: 'Results can be verified',
    promiseVerifyBody:
      'The input is frozen and its fingerprint published. An auditor who runs it again gets the same result.',
    promiseZones: 'Two time zones',
    promiseZonesBody: 'Every time is shown in your zone and in the programme’s.',
  },
};
export default en;
