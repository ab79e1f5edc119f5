//! The constants of the alignment that were tuned together.
//!
//! They were set on seven sets of hand-aligned texts (news and tales rewritten, translations of one chapter, plain
//! German, drafts of essays, editions of a novel), by F1 of linked sentences, all sets at once; each field says what
//! it does. Similarities are 0..1, and what is gained or lost is counted in them; distances are sentences, weights of terms are nats.

/// The tuned constants of the alignment.
#[derive(Clone, Debug)]
pub struct Parameters {
    /// Weight of character 4-grams beside that of stems.
    pub grams: f32,
    /// Weight of the kinship of words beside stems and grams, for each unit of freedom with which the story is told anew.
    pub kinship: f32,
    /// The typical similarity from which on kinship weighs nothing.
    pub kinship_median: f32,
    /// What the weight of kinship adds to all that a pair must reach to be linked.
    pub kinship_theta: f32,
    /// Share of the hubness of row and column that a similarity loses.
    pub hubness: f32,
    /// Weight of the expected position.
    pub position: f32,
    /// Distance in sentences at which the expected position has lost most of its pull.
    pub reach: f32,
    /// Weight of the best neighbours before and behind.
    pub neighbours: f32,
    /// The least similarity that neighbours can lift.
    pub faint: f32,
    /// What a sentence group must gain to be linked, before the kind of texts is known.
    pub theta: f32,
    /// What the typical similarity of counterparts adds to that.
    pub theta_median: f32,
    /// What texts without an order in common add to that.
    pub theta_disorder: f32,
    /// What a pair at its expected place gains where texts are free paraphrases.
    pub paraphrase: f32,
    /// What each further sentence of a group costs.
    pub group: f32,
    /// The same for a group of two and two.
    pub group_recast: f32,
    /// The same where the texts are close.
    pub group_close: f32,
    /// What each further short sentence gains where one version has shorter sentences throughout.
    pub group_length: f32,
    /// What a pair of mutual bests must reach to be linked, before the kind of texts is known.
    pub mutual: f32,
    /// What the typical similarity adds to that.
    pub mutual_median: f32,
    /// What the closeness of the texts adds to that.
    pub mutual_close: f32,
    /// What a pair must reach where at least one of the two has another counterpart, before the kind of texts is known.
    pub residue: f32,
    /// What the typical similarity adds to that.
    pub residue_median: f32,
    /// What the closeness of the texts adds to that.
    pub residue_close: f32,
    /// What a common order of the texts adds to that.
    pub residue_order: f32,
    /// What it is less where all that the two have in common is in none of their other counterparts.
    pub residue_share: f32,
    /// The least weight of what is in none of them.
    pub residue_nats: f32,
    /// The least similarity of a sentence that was moved.
    pub moved: f32,
    /// The least weight of the stems that a moved sentence shares with its counterpart.
    pub moved_nats: f32,
    /// The least similarity of an echo.
    pub echo: f32,
    /// The share of the best similarity of row and column that an echo must reach.
    pub echo_share: f32,
    /// The least weight of the stems that an echo shares.
    pub echo_nats: f32,
    /// The least weight of the pairs of stems that an echo shares, in nats.
    pub echo_phrase: f32,
    /// What a common order of the texts adds to that where the two are the best for neither.
    pub echo_order: f32,
    /// The share of their places that two words must have in common to stand for each other.
    pub lexicon: f32,
    /// How much likelier that must be than by chance, in nats.
    pub lexicon_nats: f32,
    /// The typical similarity above which no such words are looked for.
    pub lexicon_median: f32,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            grams: 1.2,
            kinship: 1.64,
            kinship_median: 0.4,
            kinship_theta: -0.007,
            hubness: 0.2,
            position: 1.2,
            reach: 1.38,
            neighbours: 0.48,
            faint: 0.11,
            theta: 0.0885,
            theta_median: 0.18,
            theta_disorder: 0.234,
            paraphrase: 0.25,
            group: -0.05,
            group_recast: -0.1,
            group_close: 0.337,
            group_length: 0.13,
            mutual: 0.164,
            mutual_median: 0.2,
            mutual_close: 0.442,
            residue: 0.14,
            residue_median: 0.626,
            residue_close: 3.5,
            residue_order: 0.084,
            residue_share: 0.32,
            residue_nats: 8.5,
            moved: 0.156,
            moved_nats: 15.0,
            echo: 0.135,
            echo_share: 0.361,
            echo_nats: 17.6,
            echo_phrase: 6.3,
            echo_order: 6.5,
            lexicon: 0.33,
            lexicon_nats: 5.4,
            lexicon_median: 0.5,
        }
    }
}
