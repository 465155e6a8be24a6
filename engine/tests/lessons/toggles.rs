//! Whatever a reader switches, the founding lesson's template can be deployed and every requirement has an answer.

use proptest::prelude::*;

use crate::folder::Folder;

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_combination_can_be_deployed_and_is_decided(on in prop::collection::vec(any::<bool>(), 20)) {
        let folder = Folder::open("sap-349");
        let toggles = folder.toggles();
        prop_assert_eq!(toggles.len(), on.len());
        let parameters = toggles.into_iter().zip(&on).map(|(name, on)| (name, on.to_string())).collect();
        let refusals = folder.refusals(&parameters);
        prop_assert!(refusals.is_empty(), "{:?}\n{:?}", parameters, refusals);
        for answer in folder.answers(&parameters) {
            let decided = ["holds", "fails", "partial"].iter().any(|v| answer.contains(&format!(" {v} ")));
            prop_assert!(decided, "{:?}\n{}", parameters, answer);
        }
    }
}
