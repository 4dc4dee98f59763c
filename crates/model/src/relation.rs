//! The closed sets of what can be said between entities: [`Predicate`], [`EventType`] and [`Mode`].
//!
//! Each predicate states its own label and its reverse label, which is what the page of the object prints, as the
//! schemata of FollowTheMoney do. Event types and modes are those of PLOVER (Political Language Ontology for Verifiable Event
//! Records, Open Event Data Alliance, 2018).

use crate::word::words;

words! {
    /// What one entity does to another.
    pub enum Predicate {
        /// Talks take place.
        Meet = "meet",
        /// Goes to see.
        Visit = "visit",
        /// Says something about.
        SayAbout = "say-about",
        /// Accuses.
        Accuse = "accuse",
        /// Praises.
        Praise = "praise",
        /// Puts on a list, such as of terrorist organizations.
        Designate = "designate",
        /// Imposes sanctions on.
        Sanction = "sanction",
        /// Arrests.
        Arrest = "arrest",
        /// Charges or indicts.
        Charge = "charge",
        /// Convicts or sentences.
        Convict = "convict",
        /// Kills.
        Kill = "kill",
        /// Attacks with weapons.
        Strike = "strike",
        /// Sends forces to.
        Deploy = "deploy",
        /// Gives or promises help.
        Aid = "aid",
        /// Pays for or lends to.
        Fund = "fund",
        /// Signs.
        Sign = "sign",
        /// Comes to an agreement with.
        Agree = "agree",
        /// Appoints.
        Appoint = "appoint",
        /// Resigns from.
        Resign = "resign",
        /// Leads.
        Lead = "lead",
        /// Belongs to.
        MemberOf = "member-of",
        /// Is a part of.
        PartOf = "part-of",
        /// Owns.
        Own = "own",
        /// Buys or takes over.
        Acquire = "acquire",
        /// Is an ally of.
        Ally = "ally",
        /// Opposes.
        Oppose = "oppose",
        /// Rejects what is said of or by.
        Deny = "deny",
        /// Elects.
        Elect = "elect",
        /// Protests against.
        Protest = "protest",
    }
}

impl Predicate {
    /// The words for it on the subject's page and, reversed, on the object's.
    pub fn labels(self) -> (&'static str, &'static str) {
        match self {
            Self::Meet => ("met", "met"),
            Self::Visit => ("visited", "visited by"),
            Self::SayAbout => ("spoke about", "spoken about by"),
            Self::Accuse => ("accused", "accused by"),
            Self::Praise => ("praised", "praised by"),
            Self::Designate => ("designated", "designated by"),
            Self::Sanction => ("imposed sanctions on", "under sanctions of"),
            Self::Arrest => ("arrested", "arrested by"),
            Self::Charge => ("charged", "charged by"),
            Self::Convict => ("convicted", "convicted by"),
            Self::Kill => ("killed", "killed by"),
            Self::Strike => ("struck", "struck by"),
            Self::Deploy => ("deployed to", "place of deployment of"),
            Self::Aid => ("gave aid to", "given aid by"),
            Self::Fund => ("funded", "funded by"),
            Self::Sign => ("signed", "signed by"),
            Self::Agree => ("agreed with", "agreed with"),
            Self::Appoint => ("appointed", "appointed by"),
            Self::Resign => ("resigned from", "left by"),
            Self::Lead => ("leads", "led by"),
            Self::MemberOf => ("member of", "members"),
            Self::PartOf => ("part of", "parts"),
            Self::Own => ("owns", "owned by"),
            Self::Acquire => ("acquired", "acquired by"),
            Self::Ally => ("ally of", "ally of"),
            Self::Oppose => ("opposed", "opposed by"),
            Self::Deny => ("rejected the words of", "contradicted by"),
            Self::Elect => ("elected", "elected by"),
            Self::Protest => ("protested against", "protested against by"),
        }
    }

    /// The event type of PLOVER that it is an instance of; none for what PLOVER leaves out: states such as `lead` and `own`, and
    /// what happens inside one organization.
    pub fn event_type(self) -> Option<EventType> {
        Some(match self {
            Self::Meet | Self::Visit => EventType::Consult,
            Self::Accuse => EventType::Accuse,
            Self::Praise | Self::Sign => EventType::Support,
            Self::Designate | Self::Sanction => EventType::Sanction,
            Self::Arrest | Self::Charge | Self::Convict => EventType::Coerce,
            Self::Kill | Self::Strike => EventType::Assault,
            Self::Deploy => EventType::Mobilize,
            Self::Aid | Self::Fund => EventType::Aid,
            Self::Agree => EventType::Agree,
            Self::Oppose | Self::Deny => EventType::Reject,
            Self::Protest => EventType::Protest,
            Self::SayAbout | Self::Appoint | Self::Resign | Self::Elect => return None,
            Self::Lead | Self::MemberOf | Self::PartOf | Self::Own | Self::Acquire | Self::Ally => {
                return None;
            }
        })
    }

    /// Whether it holds both ways at once.
    pub fn is_symmetric(self) -> bool {
        let (label, reverse) = self.labels();
        label == reverse
    }
}

words! {
    /// The eighteen event types of PLOVER.
    pub enum EventType {
        /// Agree to cooperate, verbally.
        Agree = "agree",
        /// Consult or meet.
        Consult = "consult",
        /// Express support.
        Support = "support",
        /// Concede or yield.
        Concede = "concede",
        /// Cooperate materially.
        Cooperate = "cooperate",
        /// Provide aid.
        Aid = "aid",
        /// Retreat or release.
        Retreat = "retreat",
        /// Request.
        Request = "request",
        /// Accuse.
        Accuse = "accuse",
        /// Reject.
        Reject = "reject",
        /// Threaten.
        Threaten = "threaten",
        /// Protest.
        Protest = "protest",
        /// Impose sanctions.
        Sanction = "sanction",
        /// Mobilize forces.
        Mobilize = "mobilize",
        /// Coerce or arrest.
        Coerce = "coerce",
        /// Attack.
        Assault = "assault",
        /// Investigate or try.
        Investigate = "investigate",
        /// Commit a crime.
        Crime = "crime",
    }
}

words! {
    /// The modes of PLOVER: what keeps a proposition from being something that simply happened.
    pub enum Mode {
        /// It lies well before the news: another year, or `decades ago`.
        Historical = "historical",
        /// It is announced or due.
        Future = "future",
        /// It is only possible, planned or threatened. The status `hypothetical` always comes with it.
        Hypothetical = "hypothetical",
        /// The text says that it is not so.
        Negated = "negated",
    }
}
