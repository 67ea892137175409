//! What a text has said so far: the dates that later expressions count from.
//!
//! Some hold for the sentence, some for the paragraph, some for the article. What lies ahead gives its
//! year to what goes on from it in the sentence, and no day to 当天.

use deltascope_model::Edtf;

use crate::moment::Moment;

/// What a text has said so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context {
    /// The article's date.
    pub(crate) reference: Option<Edtf>,
    /// The day of the dateline where it lies shortly before that: what 今天 counts from.
    pub(crate) sent: Option<Edtf>,
    /// The last date named before.
    pub(crate) antecedent: Option<Edtf>,
    /// The last month or day named before that is not yet to come: what 当天 counts from.
    pub(crate) told: Option<Edtf>,
    /// The last day named before of the month up to the reference: what the news is of.
    pub(crate) of_the_news: Option<Edtf>,
    /// The last month or day named before in the same sentence that is yet to come.
    pub(crate) to_come: Option<Edtf>,
    /// The last date named before in the same sentence.
    pub(crate) in_sentence: Option<Edtf>,
    /// The last date named before in the same paragraph.
    pub(crate) in_paragraph: Option<Edtf>,
    /// The last month or longer period named in the same paragraph.
    pub(crate) period: Option<Edtf>,
    /// The first one that is of the reference's year or the one before: what the text is about.
    pub(crate) topic: Option<Edtf>,
    /// The sentence looks to the future.
    pub(crate) ahead: bool,
    /// The text is no part of an article.
    pub(crate) alone: bool,
}

impl Context {
    /// Of a text that stands alone.
    pub(crate) fn alone(reference: Option<&Edtf>) -> Self {
        Self { reference: reference.cloned(), alone: true, ..Self::default() }
    }

    /// Forgets what only holds within a paragraph.
    pub(crate) fn begin_paragraph(&mut self) {
        self.begin_sentence();
        self.in_paragraph = None;
        self.period = None;
        // What happened long ago is told to its end within a paragraph.
        if self.of_the_news.is_some() {
            self.told.clone_from(&self.of_the_news);
        }
    }

    /// Forgets the years named before: `2023年11月出台。今年1月修订,2月1日起执行` goes on from a year that is not known.
    pub(crate) fn turn(&mut self) {
        self.begin_sentence();
        self.in_paragraph = None;
    }

    /// Forgets what only holds within a sentence.
    pub(crate) fn begin_sentence(&mut self) {
        self.in_sentence = None;
        self.to_come = None;
    }

    /// Keeps a date for those that are counted from it.
    pub(crate) fn name(&mut self, date: &Edtf) {
        for kept in [&mut self.antecedent, &mut self.in_sentence, &mut self.in_paragraph] {
            *kept = Some(date.clone());
        }
        let Some(then) = Moment::of(date).filter(|then| then.month.is_some()) else { return };
        let now = self.reference.as_ref().and_then(Moment::of);
        if now.is_some_and(|now| then.is_after(now)) {
            self.to_come = Some(date.clone());
            return;
        }
        self.told = Some(date.clone());
        if then.day.is_some()
            && now.is_some_and(|now| now.is_soon_after(then) || then.is_month_of(now))
        {
            self.of_the_news = Some(date.clone());
        }
    }

    /// Keeps a period that figures are told of.
    pub(crate) fn tell_of(&mut self, period: &Edtf) {
        let year = |edtf: &Edtf| Moment::of(edtf).map(|moment| moment.year);
        let age = self.reference.as_ref().and_then(year).zip(year(period));
        if self.topic.is_none() && age.is_some_and(|(now, then)| (0..=1).contains(&(now - then))) {
            self.topic = Some(period.clone());
        }
        self.period = Some(period.clone());
    }

    /// The period that figures are told of, which 上年 counts from; else the reference.
    pub(crate) fn told_of(&self) -> Option<&Edtf> {
        self.period.as_ref().or(self.topic.as_ref()).or(self.reference.as_ref())
    }

    /// What 当天 and 次日 count from: the day or month before in the sentence, else the last day told, or
    /// the last month where no day was.
    pub(crate) fn day_before(&self) -> Option<&Edtf> {
        let has_month = |date: &&Edtf| Moment::of(date).is_some_and(|then| then.month.is_some());
        let told = self.told.as_ref();
        let of_the_news = self.of_the_news.as_ref();
        let in_sentence = self.in_sentence.as_ref().filter(has_month);
        in_sentence.or(told.filter(|date| has_day(date))).or(of_the_news).or(told)
    }

    /// The day that 这一天 is.
    pub(crate) fn day_told(&self) -> Option<&Edtf> {
        self.day_before().filter(|date| has_day(date))
    }

    /// The day whose hours are told: the last one named in the paragraph, else the last of the news.
    pub(crate) fn day_of_hours(&self) -> Option<&Edtf> {
        self.in_paragraph.as_ref().filter(|date| has_day(date)).or(self.of_the_news.as_ref())
    }

    /// What 此前一天 counts from where nothing was told before: the date of a text that stands alone.
    pub(crate) fn day_of_text(&self) -> Option<&Edtf> {
        self.reference.as_ref().filter(|_| self.alone)
    }

    /// The date before in the sentence, if a date without a year can be of its year: what lies
    /// ahead (到2030年) gives no year to what happened.
    pub(crate) fn year_of_sentence(&self) -> Option<Moment> {
        let then = self.in_sentence.as_ref().and_then(Moment::of)?;
        let now = self.reference.as_ref().and_then(Moment::of);
        let near = now.is_none_or(|now| then.year <= now.year) || then.month.is_some();
        (near || self.ahead).then_some(then)
    }
}

/// True for a date as fine as a day.
fn has_day(date: &Edtf) -> bool {
    Moment::of(date).is_some_and(|then| then.day.is_some())
}
