"""The access matrix, written by hand from the design: route × method × relation → expected answer.

Relations are those of the person who asks to the unit that the thing belongs to:

own      the unit's most capable post (leader; at the grassroots the chair)
aide     a second, weaker post of the same unit (officer; at the grassroots the helper)
direct   leader of the direct superior             far      leader of a superior further up
above    chair of a unit below: the thing lies above the one who asks
sibling  same superior, another unit               none     no line to it at all
keeper   administrator of the whole country        public   not signed in

Answers: a status, `.` where nothing is asked; `in` sends to the sign-in page; `>name` sends on to that route; `+` or `-` behind
200 says that the thing itself must, or must not, be on the page. 404 is "not there, for you", 403
is "seen, but not yours to do" or "your role does not do this".
"""

from collections.abc import Iterator
from dataclasses import dataclass

RELATIONS = ("own", "aide", "direct", "far", "above", "sibling", "none", "keeper", "public")

TABLE = """
# The first page: one's own work, whoever one is.
home                    GET  self    200  200  200  200  200  200  200  200  in
home                    GET  number   200+ 200+ 200- 200- 200+ 200- 200- 200- in

# Plans. A launched plan is read along the whole line: superiors must follow it, units below must
# answer it. Siblings and strangers never see it, but for a pilot's plan, offered to those who were
# given the same campaign (tests/web/test_pilots). A draft is there for its own unit only.
campaigns:list          GET  plan    200+ 200+ 200+ 200+ 200+ 200- 200- 403  in
campaigns:list          GET  draft   200+ 200+ 200- 200- 200- 200- 200- 403  in
campaigns:plan          GET  plan    200+ 200+ 200+ 200+ 200+ 404  404  403  in
campaigns:plan          GET  draft   200+ 200+ 404  404  404  404  404  403  in
# The same plan as an official paper, in Word and PDF.
campaigns:paper         GET  plan    200+ 200+ 200+ 200+ 200+ 404  404  403  in
campaigns:paper         GET  draft   200+ 200+ 404  404  404  404  404  403  in
# Who did what to a plan is for its unit and the superiors; a unit below reads the plan itself.
campaigns:history       GET  plan    200  200  200  200  403  404  404  403  in
campaigns:history       GET  draft   200  200  404  404  404  404  404  403  in
# The board names the direct units: for the unit and its superiors, not for the units themselves.
campaigns:hand_down     GET  handing  200+ 200+ 200+ 200+ 200- 404  404  403  in
# Figures of a unit are for itself and its superiors: a unit below reads the plan, not the results.
campaigns:results       GET  target  200+ 200+ 200+ 200+ 200- 404  404  403  in
campaigns:progress      GET  target  200+ 200+ 200+ 200+ 403  404  404  403  in
campaigns:progress_sheets GET target 200  200  200  200  403  404  404  403  in
# The internal note is for the own unit; so is changing a plan, until it is launched: then a page
# says that it is locked (409), and a form that was open meanwhile keeps what was typed (422).
campaigns:plan          GET  note    200+ 200+ 200- 200- 200- 404  404  403  in
campaigns:edit          GET  draft   200+ 200+ 404  404  404  404  404  403  in
campaigns:edit          POST draft   >campaigns:plan >campaigns:plan 404 404 404 404 404 403 in
campaigns:edit          GET  note    409  409  403  403  403  404  404  403  in
campaigns:edit          POST note    422  422  403  403  403  404  404  403  in
campaigns:new           GET  self    200  200  200  200  200  200  200  403  in
campaigns:new           POST self    >campaigns:plan >campaigns:plan >campaigns:plan >campaigns:plan >campaigns:plan >campaigns:plan >campaigns:plan 403 in
# Launching decides: the officer drafts, the leader launches. Of a launched plan the page leads back.
campaigns:launch        GET  draft   200+ 403  404  404  404  404  404  403  in
campaigns:launch        POST draft   >campaigns:hand_down 403 404 404 404 404 404 403 in
campaigns:launch        GET  plan    >campaigns:plan 403 >campaigns:plan >campaigns:plan >campaigns:plan 404 404 403 in
campaigns:launch        POST plan    >campaigns:plan 403 >campaigns:plan >campaigns:plan >campaigns:plan 404 404 403 in
campaigns:close         GET  plan    405  405  405  405  405  405  405  405  405
campaigns:close         POST plan    >campaigns:plan 403 403 403 403 404 404 403 in
# Targets are set by the unit that asks, for itself or a direct unit.
campaigns:targets       GET  plan    200  200  403  403  403  404  404  403  in
campaigns:targets       POST plan    >campaigns:results >campaigns:results 403 403 403 404 404 403 in
# A directive is taken by the unit it was given to; who sees it from above may not take it.
campaigns:receive       GET  given   405  405  405  405  405  405  405  405  405
campaigns:receive       POST given   >campaigns:plan 403 403 403 403 404 404 403 in
campaigns:new?          GET  given   200+ 403  404  404  404  404  404  403  in
campaigns:new?          POST given   >campaigns:plan 403 404 404 404 404 404 403 in
# A pilot is named by the unit that gave the directive.
campaigns:pilot         GET  handed  405  405  405  405  405  405  405  405  405
campaigns:pilot         POST handed  >campaigns:hand_down >campaigns:hand_down 404 404 404 404 404 403 in
# The calendar is of the own unit, or of one below: nobody looks at the work of a unit above.
campaigns:calendar      GET  self    200  200  200  200  200  200  200  403  in
campaigns:calendar?     GET  days    200+ 200+ 200+ 200+ 404  404  404  403  in
# The shelf is everybody's; a plan begun from it, or copied from one in sight, is the own unit's.
campaigns:shelf         GET  self    200  200  200  200  200  200  200  403  in
campaigns:take          GET  shelved 405  405  405  405  405  405  405  405  405
campaigns:take          POST shelved >campaigns:edit >campaigns:edit >campaigns:edit >campaigns:edit >campaigns:edit >campaigns:edit >campaigns:edit 403 in
campaigns:copy          GET  plan    405  405  405  405  405  405  405  405  405
campaigns:copy          POST plan    >campaigns:edit >campaigns:edit >campaigns:edit >campaigns:edit >campaigns:edit 404 404 403 in
campaigns:copy          POST draft   >campaigns:edit >campaigns:edit 404 404 404 404 404 403 in
# The movements of the lawbook are everybody's; a unit's own are seen along its line, kept by it.
campaigns:movements     GET  movement 200+ 200+ 200+ 200+ 200+ 200- 200- 403 in
campaigns:movement      GET  movement 200+ 200+ 200+ 200+ 200+ 404  404  403  in
campaigns:movement_new  GET  self    200  200  200  200  200  200  200  403  in
campaigns:movement_new  POST self    >campaigns:movement >campaigns:movement >campaigns:movement >campaigns:movement >campaigns:movement >campaigns:movement >campaigns:movement 403 in
campaigns:movement_edit GET  movement 200+ 200+ 403  403  403  404  404  403  in
campaigns:movement_edit POST movement >campaigns:movement >campaigns:movement 403 403 403 404 404 403 in

# Pacts. A signed one is read by its unit, those above and the units that are a party to it (here
# none below is); a draft by its own unit. The superior of its unit reads it, and keeps its own.
pacts:of                GET  pact    200+ 200+ 200+ 200+ 200- 404  404  403  in
pacts:of                GET  pactdraft 200+ 200+ 200- 200- 200- 404 404 403 in
pacts:pact              GET  pact    200+ 200+ 200+ 200+ 404  404  404  403  in
pacts:pact              GET  pactdraft 200+ 200+ 404 404 404  404  404  403  in
pacts:scan              GET  pact    200  200  200  200  404  404  404  403  in
pacts:new               GET  plan    200+ 200+ 200+ 200+ 200+ 404  404  403  in
pacts:new               POST plan    >pacts:pact >pacts:pact >pacts:pact >pacts:pact >pacts:pact 404 404 403 in
pacts:edit              GET  pactdraft 200+ 200+ 404 404 404  404  404  403  in
pacts:edit              POST pactdraft >pacts:pact >pacts:pact 404 404 404 404 404 403 in
pacts:edit              GET  pact    409  409  403  403  404  404  404  403  in
pacts:edit              POST pact    422  422  403  403  404  404  404  403  in
pacts:sign              GET  pactdraft 405 405 405 405 405 405 405 405 405
pacts:sign              POST pactdraft >pacts:pact >pacts:pact 403 403 403 404 404 403 in
pacts:cancel            GET  pact    405  405  405  405  405  405  405  405  405
pacts:cancel            POST pact    >pacts:pact >pacts:pact 403 403 403 404 404 403 in
pacts:scans             GET  pact    405  405  405  405  405  405  405  405  405
pacts:scans             POST pact    >pacts:pact >pacts:pact 403 403 403 404 404 403 in
# Blank pacts are for who has direct units.
pacts:blank             GET  plan    200  200  200  200  200  404  404  403  in
# Registrations. A unit's are read by itself and above; everybody registers for the own unit.
registrations:list      GET  self    200  200  200  200  200  200  200  403  in
registrations:of?       GET  unittask 200+ 200+ 200+ 200+ 404 404 404 403 in
registrations:of        GET  task    200+ 200+ 200- 200- 200- 200- 404  403  in
registrations:registration GET task  200+ 200+ 200+ 200+ 404  404  404  403  in
registrations:photo     GET  task    200  200  200  200  404  404  404  403  in
registrations:paper     GET  task    200+ 200+ 200+ 200+ 404  404  404  403  in
registrations:sheet     GET  task    200+ 200+ 200- 200- 200- 200- 404  403  in
registrations:blank     GET  task    200  200  200  200  200  200  404  403  in
registrations:new       GET  plan    200+ 200+ 200+ 200+ 200+ 404  404  403  in
registrations:new       POST plan    >registrations:registration >registrations:registration >registrations:registration >registrations:registration >registrations:registration 404 404 403 in
registrations:edit      GET  task    200+ 200+ 403  403  404  404  404  403  in
registrations:edit      POST task    >registrations:registration >registrations:registration 403 403 404 404 404 403 in
registrations:rule      GET  plan    200  200  403  403  403  404  404  403  in
registrations:rule      POST plan    >registrations:of >registrations:of 403 403 403 404 404 403 in
registrations:confirm_all GET task   405  405  405  405  405  405  405  405  405
registrations:confirm_all POST task  >registrations:of 403 >registrations:of >registrations:of >registrations:of >registrations:of 404 403 in
# The chair confirms; the helper enters, and drops what is not confirmed yet.
registrations:step      GET  taskok  405  405  405  405  405  405  405  405  405
registrations:step      POST taskok  >registrations:registration 403 403 403 404 404 404 403 in
registrations:step      POST taskdrop >registrations:registration >registrations:registration 403 403 404 404 404 403 in
registrations:photos    GET  task    405  405  405  405  405  405  405  405  405
registrations:photos    POST task    >registrations:registration >registrations:registration 403 403 403 404 404 403 in

# Units. The line up is seen too: a unit knows its superiors. Who holds a post is seen from above.
org:list                GET  self    200  200  200  200  200  200  200  200  in
org:list?               GET  unit    200+ 200+ 200+ 200+ 200+ 200- 200- 200+ in
org:unit                GET  unit    200+ 200+ 200+ 200+ 200+ 404  404  200+ in
org:unit                GET  person  200+ 200+ 200+ 200+ 200- 404  404  200+ in
# How many members another unit has is not for the units beside it.
org:unit                GET  count   200+ 200+ 200+ 200+ 200- 404  404  200+ in
# Hoa Sen's side superior (here: direct) sees the school, not the ward above it: no way leads there.
org:unit                GET  school  .    .    200- 200+ .    .    .    .    in
# The tree is kept by administrators alone.
org:found               GET  unit    403  403  403  403  403  403  403  200  in
org:found               POST unit    403  403  403  403  403  403  403  >org:unit in
org:change              GET  unit    403  403  403  403  403  403  403  200  in
org:change              POST unit    403  403  403  403  403  403  403  >org:unit in
org:move                GET  leaf    403  403  403  403  403  403  403  200  in
org:move                POST leaf    403  403  403  403  403  403  403  >org:unit in
org:end                 GET  leaf    403  403  403  403  403  403  403  200  in
org:end                 POST leaf    403  403  403  403  403  403  403  >org:unit in

# People. A chair keeps the people of the own unit; a helper keeps nobody's.
account:people          GET  person  200+ 200+ 200+ 200+ 403  404  404  200+ in
account:people          GET  helper  200+ 403  200+ 200+ 403  404  404  200+ in
account:invite          GET  person  200  200  200  200  403  404  404  200  in
account:invite          POST person  >account:link >account:link >account:link >account:link 403 404 404 >account:link in
account:invite          GET  helper  200  403  200  200  403  404  404  200  in
account:invite          POST helper  >account:link 403 >account:link >account:link 403 404 404 >account:link in
account:withdraw        GET  person  200+ 200+ 200+ 200+ 403  404  404  200+ in
account:withdraw        POST person  >account:people >account:people >account:people >account:people 403 404 404 >account:people in
account:withdraw        GET  helper  200+ 403  200+ 200+ 403  404  404  200+ in
account:withdraw        POST helper  >account:people 403 >account:people >account:people 403 404 404 >account:people in
# A person has no address of the own in the tree: outside one's people there is nobody.
account:reset           GET  person  200+ 200+ 200+ 200+ 404  404  404  200+ in
account:reset           POST person  >account:link >account:link >account:link >account:link 404 404 404 >account:link in
account:reset           GET  helper  200+ 403  200+ 200+ 404  404  404  200+ in
account:reset           POST helper  >account:link 403 >account:link >account:link 404 404 404 >account:link in
# The secret of a link is shown to its maker, not even to the leader of the superior.
account:link            GET  secret  200+ 200- 200- 200- 404  404  404  200- in
account:card            GET  secret  200+ 404  404  404  404  404  404  404  in
# The way in by a link is for whoever holds the link.
account:enter           GET  secret  >account:set_password >account:set_password >account:set_password >account:set_password >account:set_password >account:set_password >account:set_password >account:set_password >account:set_password
account:set_password    GET  self    >home >home >home >home >home >home >home >home >account_login
account:demo            GET  self    200  200  200  200  200  200  200  200  200
account:demo            POST self    404  404  404  404  404  404  404  404  404
# The brief beside the product, for anyone, in the demonstration only.
brief:show              GET  self    200  200  200  200  200  200  200  200  200
brief:lead              GET  self    405  405  405  405  405  405  405  405  405
brief:lead              POST self    404  404  404  404  404  404  404  404  404
account:home            GET  self    200  200  200  200  200  200  200  200  in
account:home            POST self    >account:home >account:home >account:home >account:home >account:home >account:home >account:home >account:home in
account:posts           GET  self    200  200  200  200  200  200  200  200  in
# A post of somebody else cannot be taken.
account:posts           POST person  404  404  404  404  404  404  404  404  in
account:no_post         GET  self    403  403  403  403  403  403  403  403  403
account_set_password    GET  self    200  200  200  200  200  200  200  200  in

# Periods are asked by a unit of everything below it: the whole line knows of them, siblings do not.
reporting:list          GET  period  200+ 200+ 200+ 200+ 200+ 200- 200- 403  in
reporting:board         GET  period  200+ 200+ 200+ 200+ 200+ 404  404  403  in
# A unit below finds only itself on the superior's board.
reporting:board         GET  board   200+ 200+ 200+ 200+ 200- 404  404  403  in
# A period summed up is figures: for the unit and its superiors; the paper of it is drafted by the unit.
reporting:board_sheet   GET  board   200  200  200  200  200  404  404  403  in
figures:stages          GET  half    >figures:stage >figures:stage >figures:stage >figures:stage 404 404 404 403 in
figures:stage           GET  stage   200+ 200+ 200+ 200+ 404  404  404  403  in
reporting:summary       GET  half    200+ 200+ 200+ 200+ 404  404  404  403  in
reporting:draft_summary GET  half    405  405  405  405  405  405  405  405  405
reporting:draft_summary POST half    >documents:show >documents:show 403 403 403 404 404 403 in
documents:show          GET  paper   200+ 200+ 200+ 200+ 404  404  404  403  in
documents:check         GET  paper   200+ 200+ 200+ 200+ 404  404  404  403  in
# Who has not sent below a unit is for the unit and its superiors.
reporting:unsent        GET  board   200+ 200+ 200+ 200+ 404  404  404  403  in
reporting:open          GET  self    200  200  200  200  403  200  200  403  in
reporting:open          POST self    >reporting:board >reporting:board >reporting:board >reporting:board 403 >reporting:board >reporting:board 403 in
# Filling is by period, for the own unit: the sibling is asked too and finds its own, empty form.
reporting:begin         GET  unsent  200+ 200+ 404  404  404  200- 404  403  in
reporting:begin         POST unsent  >reporting:report >reporting:report 404 404 404 >reporting:report 404 403 in
reporting:begin         GET  report  >reporting:report >reporting:report 404 404 404 200- 404 403 in
# A report is read by its unit and those above it; to them a draft is not yet there.
reporting:report        GET  report  200+ 200+ 200+ 200+ 404  404  404  403  in
reporting:report        GET  unsent  >reporting:begin >reporting:begin 404 404 404 404 404 403 in
reporting:proof         GET  report  200  200  200  200  404  404  404  403  in
# Only the direct superior judges; a superior further up reads. Chairs judge nothing at all.
reporting:accept        GET  report  405  405  405  405  405  405  405  405  405
reporting:accept        POST report  403  403  >reporting:report 403 403 403 403 403 in
reporting:accept        POST unsent  403  403  404  403  403  403  403  403  in
reporting:receive       GET  report  405  405  405  405  405  405  405  405  405
reporting:receive       POST report  403  403  >reporting:report 403 403 403 403 403 in
# What came after the acceptance is the same superior's to accept; here nothing has come.
reporting:accept_additions GET  report  405  405  405  405  405  405  405  405  405
reporting:accept_additions POST report  403  403  409  403  403  403  403  403  in
reporting:return        GET  report  405  405  405  405  405  405  405  405  405
reporting:return        POST report  403  403  >reporting:report 403 403 403 403 403 in

# Initiatives: of the own unit and of those below; a superior does not yet see a draft. The unit's
# union confirms, a helper enters; nobody confirms for another unit. Members have their own test.
initiatives:list        GET  idea    200+ 200+ 200+ 200+ 200- 200- 200- 403  in
initiatives:list        GET  waiting 200+ 200+ 200+ 200+ 200- 200- 200- 403  in
initiatives:list        GET  sketch  200+ 200+ 200- 200- 200- 200- 200- 403  in
initiatives:export      GET  idea    200+ 200+ 200+ 200+ 200- 200- 200- 403  in
initiatives:new         GET  self    200  200  200  200  200  200  200  403  in
initiatives:new         POST self    >initiatives:one >initiatives:one >initiatives:one >initiatives:one >initiatives:one >initiatives:one >initiatives:one 403 in
initiatives:one         GET  idea    200+ 200+ 200+ 200+ 404  404  404  403  in
initiatives:one         GET  waiting 200+ 200+ 200+ 200+ 404  404  404  403  in
initiatives:one         GET  sketch  200+ 200+ 404  404  404  404  404  403  in
# The buttons of a decision stand only where it may be taken.
initiatives:one         GET  deciding 200+ 200- 200- 200- 404 404  404  403  in
initiatives:photo       GET  idea    200  200  200  200  404  404  404  403  in
initiatives:edit        GET  sketch  200+ 200+ 404  404  404  404  404  403  in
initiatives:edit        POST sketch  >initiatives:one >initiatives:one 404 404 404 404 404 403 in
initiatives:edit        GET  waiting >initiatives:one >initiatives:one 403 403 404 404 404 403 in
initiatives:drop        GET  sketch  405  405  405  405  405  405  405  405  405
initiatives:drop        POST sketch  >initiatives:list >initiatives:list 403 403 403 404 404 403 in
initiatives:confirm     GET  waiting 405  405  405  405  405  405  405  405  405
initiatives:confirm     POST waiting >initiatives:one 403 403 403 403 404 404 403 in
initiatives:return      GET  waiting 405  405  405  405  405  405  405  405  405
initiatives:return      POST waiting >initiatives:one 403 403 403 403 404 404 403 in
initiatives:withdraw    GET  idea    405  405  405  405  405  405  405  405  405
initiatives:withdraw    POST idea    >initiatives:one 403 403 403 403 404 404 403 in
initiatives:praise      GET  idea    405  405  405  405  405  405  405  405  405
initiatives:praise      POST idea    >initiatives:one 403 403 403 403 404 404 403 in

# Conferences are known along the line: those below are invited, those above follow. Siblings and
# strangers never see one. The unit alone keeps it; who is invited is for it and those above, what
# it notes for itself stays inside. A photograph without consent is the unit's own.
conferences:list        GET  meeting 200+ 200+ 200+ 200+ 200+ 200- 200- 403  in
conferences:record      GET  meeting 200+ 200+ 200+ 200+ 200+ 404  404  403  in
conferences:record      GET  guest   200+ 200+ 200+ 200+ 200- 404  404  403  in
conferences:record      GET  jotted  200+ 200+ 200- 200- 200- 404  404  403  in
conferences:news        GET  meeting 200+ 200+ 200+ 200+ 200+ 404  404  403  in
# An invitation names a guest; the programme and what is handed over are read along the line.
conferences:invitation  GET  invited 200+ 200+ 200+ 200+ 403  404  404  403  in
conferences:paper       GET  printed 200+ 200+ 200+ 200+ 200+ 404  404  403  in
conferences:new         GET  self    200  200  200  200  200  200  200  403  in
conferences:new         POST self    >conferences:record >conferences:record >conferences:record >conferences:record >conferences:record >conferences:record >conferences:record 403 in
conferences:edit        GET  meeting 200+ 200+ 403  403  403  404  404  403  in
conferences:edit        POST meeting >conferences:record >conferences:record 403 403 403 404 404 403 in
conferences:part        GET  meeting 200  200  403  403  403  404  404  403  in
conferences:part        POST meeting >conferences:record >conferences:record 403 403 403 404 404 403 in
conferences:hold        GET  meeting 200  200  403  403  403  404  404  403  in
conferences:hold        POST meeting >conferences:record >conferences:record 403 403 403 404 404 403 in
conferences:cancel      GET  coming  200  200  403  403  403  404  404  403  in
conferences:cancel      POST coming  >conferences:record >conferences:record 403 403 403 404 404 403 in
conferences:photos      GET  meeting 405  405  405  405  405  405  405  405  405
conferences:photos      POST meeting >conferences:record >conferences:record 403 403 403 404 404 403 in
conferences:photo       GET  shared  200  200  200  200  200  404  404  403  in
conferences:photo       GET  unasked 200  200  404  404  404  404  404  403  in
# At the grassroots the helper reads what the chair keeps; the member union below reads it too.
conferences:record      GET  leafmeet 200+ 200+ 200+ 200+ 200+ 404  404  403  in
conferences:edit        GET  leafmeet 200+ 403  403  403  403  404  404  403  in
# A conclusion is marked by the unit that it was given to, nobody above may do so.
conferences:mark        GET  asked   405  405  405  405  405  405  405  405  405
conferences:mark        POST asked   >conferences:record 403 403 403 403 404 404 403 in
# The tab of a plan shows its conferences along the plan's own line.
campaigns:conferences   GET  meeting 200+ 200+ 200+ 200+ 200+ 404  404  403  in

# Figures climb: a unit reads its own and what is below, never beside or above.
figures:overview        GET  report  200+ 200+ 200+ 200+ 200- 200- 200- 403  in
figures:open            GET  report  200+ 200+ 200+ 200+ 404  404  404  403  in
figures:open            GET  total   200+ 200+ 200+ 200+ 404  404  404  403  in

# The trail is for those who decide, each for the own units.
history:list            GET  unit    200+ 403  200+ 200+ 403  200- 200- 200+ in

# What takes over is the own unit's: whoever does its work reads it, nobody reads it for another.
handover:received       GET  self    200  200  200  200  200  200  200  403  in
handover:received       GET  person  200+ 200+ 200- 200- 200- 200- 200- 403  in
handover:received       GET  helper  200+ 403  200- 200- 200- 200- 200- 403  in
# A post is handed over by whoever may withdraw it.
handover:give           GET  person  200+ 200+ 200+ 200+ 403  404  404  200+ in
handover:give           POST person  >account:people >account:people >account:people >account:people 403 404 404 >account:people in
handover:give           GET  helper  200+ 403  200+ 200+ 403  404  404  200+ in
handover:give           POST helper  >account:people 403 >account:people >account:people 403 404 404 >account:people in

# A reorganisation is for those who decide, each for the own units and what is below: an officer
# never, a unit beside never, a unit below reads of it only once it is carried out.
reorganisation:list     GET  scheme  200+ 403  200+ 200+ 403  200- 200- 200+ in
reorganisation:new      GET  self    200  403  200  200  403  200  200  200  in
reorganisation:new      POST self    >reorganisation:plan 403 >reorganisation:plan >reorganisation:plan 403 >reorganisation:plan >reorganisation:plan >reorganisation:plan in
reorganisation:plan     GET  scheme  200+ 403  200+ 200+ 403  404  404  200+ in
reorganisation:plan     GET  laid    200+ 403  200+ 200+ 403  404  404  200+ in
reorganisation:edit     GET  scheme  200+ 403  200+ 200+ 403  404  404  200+ in
reorganisation:edit     POST scheme  >reorganisation:plan 403 >reorganisation:plan >reorganisation:plan 403 404 404 >reorganisation:plan in
reorganisation:carry_out GET scheme  200+ 403  200+ 200+ 403  404  404  200+ in
reorganisation:carry_out POST scheme >reorganisation:plan 403 >reorganisation:plan >reorganisation:plan 403 404 404 >reorganisation:plan in
reorganisation:withdraw GET  scheme  405  405  405  405  405  405  405  405  405
reorganisation:withdraw POST scheme  >reorganisation:plan 403 >reorganisation:plan >reorganisation:plan 403 404 404 >reorganisation:plan in
# One that was laid aside stays so: its pages lead back to it, its buttons are refused.
# What was done for a day to come is taken back by those who may do it; what is no longer so, by none.
reorganisation:plan     GET  ahead   200+ 403  200+ 200+ 403  404  404  200+ in
reorganisation:recall   GET  ahead   405  405  405  405  405  405  405  405  405
reorganisation:recall   POST ahead   >reorganisation:plan 403 >reorganisation:plan >reorganisation:plan 403 404 404 >reorganisation:plan in
reorganisation:recall   POST laid    409  403  409  409  403  404  404  409  in
reorganisation:export   GET  scheme  200  403  200  200  403  404  404  200  in
reorganisation:edit     GET  laid    >reorganisation:plan 403 >reorganisation:plan >reorganisation:plan 403 404 404 >reorganisation:plan in
reorganisation:carry_out GET laid    >reorganisation:plan 403 >reorganisation:plan >reorganisation:plan 403 404 404 >reorganisation:plan in
reorganisation:carry_out POST laid   409  403  409  409  403  404  404  409  in
reorganisation:withdraw POST laid    409  403  409  409  403  404  404  409  in
# A code of another province may be typed; it says nothing, and nothing is done with it.
reorganisation:plan     GET  strange 200- 403  200- 200+ 403  404  404  200+ in
reorganisation:carry_out GET press   200- 403  200- 200+ 403  404  404  200+ in

# Excel files. People are taken in by whoever invites, units by administrators alone.
imports:start           GET  self    200  200  200  200  200  200  200  200  in
imports:start           GET  helper  200  403  200  200  200  200  200  200  in
imports:upload          GET  roll    200  200  200  200  200  200  200  200  in
imports:upload          POST roll    >imports:preview >imports:preview >imports:preview >imports:preview >imports:preview >imports:preview >imports:preview >imports:preview in
imports:upload          GET  leafroll 200 403  200  200  200  200  200  200  in
imports:upload          POST leafroll >imports:preview 403 >imports:preview >imports:preview >imports:preview >imports:preview >imports:preview >imports:preview in
imports:upload          GET  sheet   403  403  403  403  403  403  403  200  in
imports:upload          POST sheet   403  403  403  403  403  403  403  >imports:preview in
imports:template        GET  roll    200  200  200  200  200  200  200  200  in
imports:template        GET  leafroll 200 403  200  200  200  200  200  200  in
imports:template        GET  sheet   403  403  403  403  403  403  403  200  in
# A list of initiatives is taken in by whoever confirms, for the own unit and those below.
imports:upload          GET  idea    200  403  200  200  200  200  200  403  in
imports:export          GET  idea    200+ 403  200+ 200+ 200- 200- 200- 403  in
imports:export          GET  leafroll 200 403  200  200  200  200  200  200  in
imports:export          GET  sheet   403  403  403  403  403  403  403  200  in
# The filled form holds whom one may invite, and the units that one keeps.
imports:export          GET  staff   200+ 200+ 200+ 200+ 200- 200- 200- 200+ in
imports:export          GET  units   .    .    .    .    .    .    200- 200+ in
imports:preview         GET  outside .    .    .    .    .    .    200- .    in
# A kept file is its owner's, even before the leader of the superior and the administrator.
imports:preview         GET  roll    200+ 404  404  404  404  404  404  404  in
imports:preview         POST roll    >imports:done 404 404  404  404  404  404  404  in
imports:preview         GET  sheet   403  403  403  403  403  403  403  200+ in
imports:preview         POST sheet   403  403  403  403  403  403  403  >imports:done in
# A plan is taken in by those who reorganise; a plan has no list to be exported.
imports:upload          GET  drawn   200  403  200  200  403  200  200  200  in
imports:upload          POST drawn   >imports:preview 403 >imports:preview >imports:preview 403 >imports:preview >imports:preview >imports:preview in
imports:template        GET  drawn   200  403  200  200  403  200  200  200  in
imports:export          GET  drawn   404  403  404  404  403  404  404  404  in
imports:preview         GET  drawn   200+ 403  404  404  403  404  404  404  in
imports:preview         POST drawn   >reorganisation:plan 403 404 404  403  404  404  404  in
imports:errors          GET  roll    200  404  404  404  404  404  404  404  in
imports:errors          GET  sheet   403  403  403  403  403  403  403  200  in
imports:done            GET  roll    200  404  404  404  404  404  404  404  in
imports:done            GET  sheet   403  403  403  403  403  403  403  200  in

# Another day shows what was: the posts of that day, the rights of today.
as_of                   GET  self    405  405  405  405  405  405  405  405  405
as_of                   POST self    >home >home >home >home >home >home >home >home in
org:unit                GET  past    200+ 200+ 200+ 200+ 200- 404  404  200+ in
org:unit?               GET  past    200- 200- 200- 200- 200- 404  404  200- in
org:list?               GET  past    200  200  200  200  200  200  200  200  in

# Pages without a unit.
ui:index                GET  self    200  200  200  200  200  200  200  200  200
set_language            POST self    >home >home >home >home >home >home >home >home >home
account_login           GET  self    >home >home >home >home >home >home >home >home 200
account_logout          GET  self    200  200  200  200  200  200  200  200  >account_login
account_inactive        GET  self    200  200  200  200  200  200  200  200  200
"""


@dataclass(frozen=True)
class Cell:
    """One request and what must come back."""

    route: str
    method: str
    thing: str
    relation: str
    expected: str
    asks: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.route} on {self.thing} by {self.relation}"


def cells(table: str = TABLE) -> Iterator[Cell]:
    """Yield the cells of a table, row by row."""
    for row in table.splitlines():
        if not row or row.startswith("#"):
            continue
        route, method, thing, *answers = row.split()
        if len(answers) != len(RELATIONS):
            raise ValueError(f"{len(answers)} answers for {len(RELATIONS)} relations: {row}")
        for relation, answer in zip(RELATIONS, answers, strict=True):
            if answer == ".":
                continue
            yield Cell(route.rstrip("?"), method, thing, relation, answer, route.endswith("?"))
