//! What the DPO does with a case.

mod change;
mod close;
mod correct;
mod happen;
mod items;
pub(crate) mod pack;
mod papers;
mod party;
mod receive;
mod search;
mod what_if;
mod why;

use casebook_cases::codes::{Channel, PostalClass, Resolution};
use casebook_ipc::{ChannelCode, ResolutionCode};

/// The channel behind a code of the page.
pub(crate) const fn channel(code: ChannelCode) -> Channel {
    match code {
        ChannelCode::Post => Channel::Post,
        ChannelCode::Email => Channel::Email,
        ChannelCode::Hand => Channel::Hand,
        ChannelCode::Phone => Channel::Phone,
        ChannelCode::WebForm => Channel::WebForm,
        ChannelCode::SocialMedia => Channel::SocialMedia,
        ChannelCode::Portal => Channel::Portal,
        ChannelCode::SecureLink => Channel::SecureLink,
        ChannelCode::Collected => Channel::Collected,
        ChannelCode::Other => Channel::Other,
    }
}

/// The page's code of a channel.
pub(crate) const fn channel_code(channel: Channel) -> ChannelCode {
    match channel {
        Channel::Post => ChannelCode::Post,
        Channel::Email => ChannelCode::Email,
        Channel::Hand => ChannelCode::Hand,
        Channel::Phone => ChannelCode::Phone,
        Channel::WebForm => ChannelCode::WebForm,
        Channel::SocialMedia => ChannelCode::SocialMedia,
        Channel::Portal => ChannelCode::Portal,
        Channel::SecureLink => ChannelCode::SecureLink,
        Channel::Collected => ChannelCode::Collected,
        Channel::Other => ChannelCode::Other,
    }
}

/// The postal class behind a code of the page.
pub(crate) const fn postal_class(code: casebook_ipc::PostalClass) -> PostalClass {
    match code {
        casebook_ipc::PostalClass::First => PostalClass::First,
        casebook_ipc::PostalClass::Second => PostalClass::Second,
        casebook_ipc::PostalClass::FirstSigned => PostalClass::FirstSigned,
        casebook_ipc::PostalClass::SecondSigned => PostalClass::SecondSigned,
        casebook_ipc::PostalClass::SpecialDelivery => PostalClass::SpecialDelivery,
        casebook_ipc::PostalClass::Courier => PostalClass::Courier,
    }
}

pub(crate) const fn resolution(code: ResolutionCode) -> Resolution {
    match code {
        ResolutionCode::Answered => Resolution::Answered,
        ResolutionCode::Withdrawn => Resolution::Withdrawn,
        ResolutionCode::NotVerified => Resolution::NotVerified,
        ResolutionCode::NoReply => Resolution::NoReply,
        ResolutionCode::SubjectDied => Resolution::SubjectDied,
        ResolutionCode::OpenedInError => Resolution::OpenedInError,
    }
}
