//! Nouns that say what a name beside them is: a firm, a person, a place.

/// Nouns in apposition before a group: `the company Norvik`, `carmaker Norvik`.
pub(super) const FIRMS: &str = "\
    company firm maker carmaker automaker giant retailer airline bank startup start-up lender group \
    network broadcaster newspaper operator supplier manufacturer developer insurer brewer chain \
    conglomerate rival charity gang cartel militia party union agency magazine website daily club side \
    consultancy think-tank service authority regulator watchdog parent subsidiary unit";

/// Nouns of media before their name, which may have the look of a person's: `the channel Al Osten`.
pub(super) const MEDIA: &str = "\
    channel station newspaper daily weekly tabloid website magazine outlet portal newswire";

/// Nouns in apposition before a person.
pub(super) const FOLK: &str = "\
    actor actress singer author writer activist journalist lawyer attorney analyst economist professor \
    scientist candidate son daughter wife husband brother sister father mother businessman businesswoman \
    billionaire spokesman spokeswoman spokesperson director founder striker midfielder goalkeeper coach \
    captain rapper comedian artist researcher historian opponent rival colleague friend predecessor \
    successor chair co-chair pastor priest bishop surgeon nurse teacher farmer engineer lawmaker councillor \
    envoy ambassador leader minister president senator mayor governor owner manager chairman editor \
    correspondent reporter resident witness driver creator co-creator inventor named called";

/// What follows the head of a noun phrase.
pub(super) const AFTER_HEAD: &str = "\
    of from in on at for with who that which whose to by based near called named and or known behind \
    since after before as is was owned led run founded set made";
