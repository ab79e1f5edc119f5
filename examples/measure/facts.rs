//! The audit of facts against what readers listed.

use crate::audit::{Agreement, Audit};
use crate::gold::{self, read_json};
use std::error::Error;
use std::fs;
use std::path::Path;

const KINDS: [&str; 4] = ["quotation", "number", "date", "name"];

/// Prints a row a kind that the reader listed, of one file or of all files in a folder together.
/// What is no sample is a document in the folder `dev` of `gold`.
pub fn print(path: &Path, gold: Option<&Path>) -> Result<(), Box<dyn Error>> {
    let files = if path.is_dir() {
        gold::documents_in(path)?
    } else {
        vec![path.to_owned()]
    };
    let mut agreements = KINDS.map(|kind| (kind, Agreement::default()));
    for file in files {
        let listed = Audit::read(&read_json(&file)?)
            .ok_or_else(|| format!("{} lists no facts", file.display()))?;
        let [before, after] = versions(&file, gold)?;
        let found = Audit::new(&before, &after);
        for (kind, sum) in &mut agreements {
            sum.add(listed.agreement(&found, kind));
        }
    }
    println!("facts of {}", path.display());
    for (kind, agreement) in agreements {
        if agreement.facts.gold > 0 {
            println!("  {kind:20} {agreement}");
        }
    }
    Ok(())
}

/// The texts that a file of facts is about: the sample of its name, or else, for `…-A-B.json`, the document `…-A-B.json` of
/// a set in the folder `dev` of `gold`.
fn versions(file: &Path, gold: Option<&Path>) -> Result<[String; 2], Box<dyn Error>> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples");
    let sample = samples.join(&*name);
    if sample.is_dir() {
        let read = |side: &str| fs::read_to_string(sample.join(side));
        return Ok([read("before.txt")?, read("after.txt")?]);
    }
    let no_texts = || format!("there are no texts to {}", file.display());
    let (_, numbers) = name.split_once('-').ok_or_else(no_texts)?;
    let sets = gold::read(&gold.ok_or_else(no_texts)?.join("dev"))?;
    let mut documents = sets.into_iter().flat_map(|set| set.documents);
    let document = documents
        .find(|document| document.id.ends_with(&format!("-{numbers}")))
        .ok_or_else(no_texts)?;
    Ok([document.before.text, document.after.text])
}
