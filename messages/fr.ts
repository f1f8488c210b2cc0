import abuseReports from "./fr/abuse-reports.json";
import ads from "./fr/ads.json";
import agenda from "./fr/agenda.json";
import api from "./fr/api.json";
import attendanceList from "./fr/attendance-list.json";
import belonging from "./fr/belonging.json";
import board from "./fr/board.json";
import bookings from "./fr/bookings.json";
import campaigns from "./fr/campaigns.json";
import classification from "./fr/classification.json";
import closures from "./fr/closures.json";
import common from "./fr/common.json";
import company from "./fr/company.json";
import conversations from "./fr/conversations.json";
import declaredUse from "./fr/declared-use.json";
import diagnosis from "./fr/diagnosis.json";
import directory from "./fr/directory.json";
import errors from "./fr/errors.json";
import events from "./fr/events.json";
import eventsDay from "./fr/events-day.json";
import eventsEdit from "./fr/events-edit.json";
import eventsFigures from "./fr/events-figures.json";
import eventsOwn from "./fr/events-own.json";
import eventsRegister from "./fr/events-register.json";
import forms from "./fr/forms.json";
import frozenReports from "./fr/frozen-reports.json";
import habilitations from "./fr/habilitations.json";
import home from "./fr/home.json";
import host from "./fr/host.json";
import hours from "./fr/hours.json";
import identity from "./fr/identity.json";
import indicators from "./fr/indicators.json";
import journal from "./fr/journal.json";
import keys from "./fr/keys.json";
import legal from "./fr/legal.json";
import mails from "./fr/mails.json";
import members from "./fr/members.json";
import mutualHelp from "./fr/mutual-help.json";
import myData from "./fr/my-data.json";
import notifications from "./fr/notifications.json";
import openData from "./fr/open-data.json";
import openings from "./fr/openings.json";
import paper from "./fr/paper.json";
import placeImports from "./fr/place-imports.json";
import presence from "./fr/presence.json";
import profile from "./fr/profile.json";
import questionnaires from "./fr/questionnaires.json";
import reportFigures from "./fr/report-figures.json";
import reportFiles from "./fr/report-files.json";
import reportScreens from "./fr/report-screens.json";
import reports from "./fr/reports.json";
import rides from "./fr/rides.json";
import roles from "./fr/roles.json";
import series from "./fr/series.json";
import settings from "./fr/settings.json";
import spaces from "./fr/spaces.json";
import survey from "./fr/survey.json";
import surveyAnswers from "./fr/survey-answers.json";
import surveyCarried from "./fr/survey-carried.json";
import surveyResults from "./fr/survey-results.json";
import terms from "./fr/terms.json";
import travel from "./fr/travel.json";
import travelAssumptions from "./fr/travel-assumptions.json";
import understand from "./fr/understand.json";
import verbs from "./fr/verbs.json";
import waitingList from "./fr/waiting-list.json";

/** Every sentence in French; English has the same keys, held by the type of messages/en.ts. */
export const fr = {
  board,
  api,
  agenda,
  attendanceList,
  belonging,
  bookings,
  campaigns,
  classification,
  closures,
  common,
  company,
  directory,
  declaredUse,
  diagnosis,
  errors,
  events,
  eventsOwn,
  eventsRegister,
  eventsEdit,
  eventsDay,
  eventsFigures,
  forms,
  frozenReports,
  habilitations,
  home,
  host,
  hours,
  identity,
  indicators,
  journal,
  keys,
  legal,
  mails,
  members,
  mutualHelp,
  myData,
  notifications,
  openData,
  openings,
  paper,
  placeImports,
  presence,
  profile,
  questionnaires,
  reportFigures,
  reportFiles,
  reportScreens,
  reports,
  rides,
  roles,
  series,
  settings,
  spaces,
  survey,
  surveyAnswers,
  surveyCarried,
  surveyResults,
  terms,
  understand,
  waitingList,
  ads,
  conversations,
  abuseReports,
  verbs,
  travel,
  travelAssumptions,
};
