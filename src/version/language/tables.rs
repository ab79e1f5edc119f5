//! Words of the languages that are told by them: lower-case, sorted by their bytes, for binary search.
//!
//! Function words are chosen to be frequent in one language and rare in the others of the table (so not `de`, `la`,
//! `in`); stop words are all words that carry little meaning by themselves.

use crate::version::wordlist::{Words, words};

pub(super) const ARABIC: Words = words(
    "أن أو إلا إلى إليه إن التي الذي بعد بل به بها تلك ثم حتى ذلك على عليه عن عند غير في فيه فيها قبل قد كان كانت كل كما لا لم لن له لها ما مع من منه منها هذا هذه هم هو هي وفي ولا وما ومن وهو وهي",
);

pub(super) const CHINESE: Words = words(
    "一 上 下 不 与 个 么 之 也 了 从 他 以 们 会 你 們 到 去 又 吗 吧 呢 和 在 地 她 它 对 對 就 很 得 我 才 把 是 有 来 沒 没 的 着 給 给 而 被 要 说 过 还 这 這 那 都 里",
);

pub(super) const DANISH: Words = words(
    "af at blev da de den der det efter eller en er et for fra ham han hun hvad hvor ikke jeg kunne man med meget \
    mig noget nu og også om op over sagde sig skal som så til ud var ved vi vil",
);

pub(super) const DUTCH: Words = words(
    "aan al als bij dan dat de deze die dit door een en er geen haar had heb hebben heeft het hij hun ik is je \
    kan maar meer met naar niet nog of om ook op over te toen uit van voor was wat werd wij zal ze zei zich zijn \
    zo zou",
);

pub(super) const ENGLISH: Words = words(
    "a an and are as at be but by for from had has have he her his i is it my not of on or she that the their \
    there they this to was were which who will with would you",
);

pub(super) const ENGLISH_STOP_WORDS: Words = words(
    "a about above after again against all almost also although always am among an and another any are around as \
    at away back be became because been before being below between both but by came can cannot come could did do \
    does doing done down during each either else even ever every few for from further get go got had has have \
    having he her here hers herself him himself his how however i if in indeed into is it its itself just least \
    less like made make many may me might mine more most much must my myself near neither never no nor not now \
    of off often on once one only onto or other others our ours ourselves out over own per quite rather same \
    shall she should since so some still such than that the their theirs them themselves then there therefore \
    these they this those though through thus to together too toward towards under until up upon us very was we \
    well were what when where whether which while who whom whose why will with within without would yet you your \
    yours yourself yourselves",
);

pub(super) const FINNISH: Words = words(
    "ei eivät ennen että haluan heidän hän hänelle hänen hänet joka jonka jos jotka jälkeen kaikki kanssa kuin kuka kun kunnes kuten minun minä missä mitä mukaan mutta myös nyt näin oli olisi olivat olla ollut ovat sen siellä siitä silloin sillä sinä sitten sitä tai tämä tämän vaan vaikka vain vielä",
);

pub(super) const FRENCH: Words = words(
    "au aussi aux avait avec ce ces cette comme dans des dit du elle elles en est et il ils je leur lui là mais \
    mes mon même ne nous on ont ou où par pas plus pour qu que qui sa sans se ses son sont sur tout très un une \
    vous à était été être",
);

pub(super) const GERMAN: Words = words(
    "aber als am auch auf aus bei das dass daß dem den der des die durch ein eine einem einen einer er es für hat \
    hatte ich ihr im ist man mit nach nicht noch nur oder sehr sich sie sind so um und vom von vor war waren was \
    wenn werden wie wir wird zu zum zur über",
);

pub(super) const GERMAN_STOP_WORDS: Words = words(
    "aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist da dabei \
    dadurch daher damit dann daran darauf daraus darin das dass dasselbe davon dazu daß dein deine dem den denen \
    denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine \
    einem einen einer eines einige er es etwas euch euer für gegen gewesen hab habe haben hat hatte hatten hier \
    hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist ja jede jedem jeden jeder \
    jedes jene jener jetzt kann kein keine keinem keinen keiner können könnte mal man manche mehr mein meine \
    meinem meinen meiner mich mir mit muss musste nach nein nicht nichts noch nun nur ob oder ohne schon sehr \
    sein seine seinem seinen seiner seit selbst sich sie sind so sogar solche soll sollte sondern sonst sowie um \
    und uns unser unsere unter viel viele vom von vor wann war waren warum was weil welche welcher wenn wer \
    werde werden wie wieder will wir wird wo wollte wurde wurden während zu zum zur zwar zwischen über",
);

pub(super) const HEBREW: Words = words(
    "אבל או אז אחר אחרי איך אין אל אם אנחנו אני את אתה בה בו בין גם הוא היא היה היו הייתה היתה הם הן זאת זה זו יש כבר כי כל כמו לא לה להם לו לי לך לפני מה מי מן עד עוד על עם רק של",
);

pub(super) const ITALIAN: Words = words(
    "a ai al alla alle anche aveva che chi ci come con cui da dal dalla degli dei del della delle di e ed era fu \
    gli ha i il io la le lo loro ma mi nei nel nella non o per perché più quando quella questa questo se si sono \
    su sua suo tra tutto un una uno è",
);

pub(super) const JAPANESE: Words = words(
    "あ い う え お か が き く け げ こ ご さ し じ す ず せ そ た だ ち っ つ て で と ど な に ぬ ね の は ば ひ ふ へ べ ほ ま み む め も や ゆ よ ら り る れ ろ わ を ん",
);

pub(super) const NORWEGIAN: Words = words(
    "at av ble da de den der det eller en er et etter for fra ham han hun hva hvor ikke jeg kunne man med meg \
    meget mye noe nå og også om opp over sa seg skal som så til ut var ved vi vil være",
);

pub(super) const POLISH: Words = words(
    "ale bo być był była było były co czy dla do gdy go i ich jak jako jego jej jest jeszcze już która które \
    który mnie może na nad nie nim o od po pod przez przy się są tak tego tej ten to tylko tym w we z za ze że",
);

pub(super) const PORTUGUESE: Words = words(
    "a ao aos as até com como da das de dele do dos e ela ele em era essa esta eu foi isso já lhe mais mas me \
    muito na nas no nos não nós o os ou para pela pelo por quando que se sem ser seu sua são só também tem tinha \
    um uma à é",
);

pub(super) const RUSSIAN: Words = words(
    "а без бы был была были было быть в вам вас весь во вот все всех всё вы где да даже для до его ее если есть \
    еще ещё её же за здесь и из или им их к как ко когда кто ли либо мне может мы на над надо наш не него нее \
    нет ни них но ну о об однако он она они оно от очень по под при с со так также такой там те тем то того тоже \
    той только том ты у уже хотя чего чей чем что чтобы эта эти это этого этой этот я",
);

pub(super) const SPANISH: Words = words(
    "a al algo antes aquel aunque como con cuando de del desde donde dos el ella ellos en entre era es esta este \
    está fue había hasta la las le les lo los me mi mientras muy más ni no nos o para pero por porque que qué se \
    según ser si sin sobre son su sus sí también te todo tras un una uno y ya yo él",
);

pub(super) const SWEDISH: Words = words(
    "att av blev de den det du efter eller en ett från för han hans har hon honom i inte jag kan man med men mig \
    mot mycket ni nu när och också om på sade sig sin ska skulle som så till under upp ut vad var vara vi vid är \
    över",
);
