//! `it`, `they`, descriptions and short names of groups and countries.

use super::check;

#[test]
fn who_says_it_is_meant_by_it_whatever_else_is_named() {
    check(
        "The [National Harvest Board=0], which met [Ghana=1] in [Nairobi=2], announced on Friday that [it=0] would sell [its=0] mills.",
    );
    check(
        "The [National Harvest Board=0] ([NHB=0]) and [Ghana=1] met. The [National Harvest Board=0], a foe of the [United Nations=2], said [it=0] lost.",
    );
    check("The [National Harvest Board=0] estimates that it would cost 300 jobs.");
}

#[test]
fn they_are_the_body_that_speaks_when_no_others_are_many() {
    check("The [National Harvest Board=0] said [they=0] would sell the mill.");
    check("The [National Harvest Board=0] said the farmers lost what they had.");
    check("The [National Harvest Board=0] have sold [their=0] mill.");
    check("The [National Harvest Board=0] sold their mill.");
    check("[Kenya=0] said they would sell the mill.");
}

#[test]
fn what_only_describes_a_noun_is_not_looked_back_on() {
    check("The [Kenyan=0] mill chain [National Harvest Board=1] sold [its=1] farm.");
    check("The [US=0] mill chain [National Harvest Board=1] sold [its=1] farm.");
}

#[test]
fn a_body_that_is_made_to_do_something_owns_what_it_does_it_with() {
    check("The [United Nations=0] forced the [National Harvest Board=1] to lower [its=1] price.");
    check("The [United Nations=0] barred a mill from selling its farm.");
    check("The [United Nations=0] paid the [National Harvest Board=1] for its price.");
}

#[test]
fn it_that_speaks_is_who_spoke_last() {
    check("\"We will pay,\" the [National Harvest Board=0] said. \"There is time for this,\" [it=0] added.");
    check(
        "\"We will pay,\" the [National Harvest Board=0] said. [Maria Lopez=1] wept. \"There is time for this,\" it added.",
    );
}

#[test]
fn a_country_before_the_noun_tells_which_group_is_meant() {
    check(
        "[Adidas=0] and [AT&T=1] met. Nobody knew why the [German=2] [company=0] had failed. Nobody knew why the company had failed.",
    );
}

#[test]
fn the_body_named_last_is_the_nearer_one() {
    check(
        "The [National Harvest Board=0] closed. The [Milk Board of Norvik=1] did not. Nobody knew why [the board=1] had not.",
    );
}

#[test]
fn the_north_is_the_country_of_the_north_where_both_are_named() {
    check("[North Korea=0] and [South Korea=1] met. [The South=1] agreed, [the North=0] did not.");
    check("[South Korea=0] and [Kenya=1] met. In the South it rained.");
}

#[test]
fn what_a_name_is_also_called_is_the_same() {
    check(
        "The [National Harvest Board=0], known as the [Mill Board=0], shut. Then the [Mill Board=0] sold a mill.",
    );
    check("They met Gen. [Okello Daoud=0], better known as [Peter Tamsa=0]. Later [Peter Tamsa=0] left.");
}

#[test]
fn what_the_text_spells_out_goes_before_what_is_known() {
    check("The [Osten Labor Organization=0] ([OLO=0]) met. Later the [OLO=0] left.");
    check("The [United Neighbors Organization=0] ([UNO=0]) met the [United Nations=1].");
}

#[test]
fn a_known_firm_is_a_longer_name_that_adds_what_firms_leave_out() {
    check("[Toyota=0] rose. Shares in [Toyota Motor Corp.=0] fell.");
    check("[Toyota=0] rose. The [Toyota Foundation=1] met.");
}

#[test]
fn a_firm_from_a_land_that_is_not_named_is_not_the_one_from_another() {
    check("[Toyota=0] shut a mill. [Boeing=1] left. The [Swedish=2] company lost.");
}
