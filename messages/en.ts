import abuseReports from "./en/abuse-reports.json";
import ads from "./en/ads.json";
import agenda from "./en/agenda.json";
import api from "./en/api.json";
import attendanceList from "./en/attendance-list.json";
import belonging from "./en/belonging.json";
import board from "./en/board.json";
import bookings from "./en/bookings.json";
import campaigns from "./en/campaigns.json";
import classification from "./en/classification.json";
import closures from "./en/closures.json";
import common from "./en/common.json";
import company from "./en/company.json";
import conversations from "./en/conversations.json";
import declaredUse from "./en/declared-use.json";
import diagnosis from "./en/diagnosis.json";
import directory from "./en/directory.json";
import errors from "./en/errors.json";
import events from "./en/events.json";
import eventsDay from "./en/events-day.json";
import eventsEdit from "./en/events-edit.json";
import eventsFigures from "./en/events-figures.json";
import eventsOwn from "./en/events-own.json";
import eventsRegister from "./en/events-register.json";
import forms from "./en/forms.json";
import frozenReports from "./en/frozen-reports.json";
import habilitations from "./en/habilitations.json";
import home from "./en/home.json";
import host from "./en/host.json";
import hours from "./en/hours.json";
import identity from "./en/identity.json";
import indicators from "./en/indicators.json";
import journal from "./en/journal.json";
import keys from "./en/keys.json";
import legal from "./en/legal.json";
import mails from "./en/mails.json";
import members from "./en/members.json";
import mutualHelp from "./en/mutual-help.json";
import myData from "./en/my-data.json";
import notifications from "./en/notifications.json";
import openData from "./en/open-data.json";
import openings from "./en/openings.json";
import paper from "./en/paper.json";
import placeImports from "./en/place-imports.json";
import presence from "./en/presence.json";
import profile from "./en/profile.json";
import questionnaires from "./en/questionnaires.json";
import reportFigures from "./en/report-figures.json";
import reportFiles from "./en/report-files.json";
import reportScreens from "./en/report-screens.json";
import reports from "./en/reports.json";
import rides from "./en/rides.json";
import roles from "./en/roles.json";
import series from "./en/series.json";
import settings from "./en/settings.json";
import spaces from "./en/spaces.json";
import survey from "./en/survey.json";
import surveyAnswers from "./en/survey-answers.json";
import surveyCarried from "./en/survey-carried.json";
import surveyResults from "./en/survey-results.json";
import terms from "./en/terms.json";
import travel from "./en/travel.json";
import travelAssumptions from "./en/travel-assumptions.json";
import understand from "./en/understand.json";
import verbs from "./en/verbs.json";
import waitingList from "./en/waiting-list.json";
import type { fr } from "./fr";

export const en: typeof fr = {
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
