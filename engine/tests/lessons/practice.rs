//! The practice: what can be taken along of a state, and what breaks without a piece of it.

use engine::explain::{Piece, symptom, without};
use engine::export::{commands, template};
use engine::template::{Parameters, Source, Templates};
use expect_test::{Expect, expect};

use crate::folder::{Folder, lines};

/// `piece: requirement symptom at step`, a line each.
#[track_caller]
fn check_without(option: Option<char>, expect: &Expect) {
    let lesson = Folder::founding().lesson();
    let rows = without(&lesson, &lesson.parameters(option)).unwrap();
    let all = rows.iter().map(|row| {
        let name = match &row.piece {
            Piece::Toggle(index) => lesson.toggles[*index].parameter.to_string(),
            Piece::Resource(id) => id.to_string(),
        };
        let broken = row.broken.iter().map(|broken| {
            let step = broken.step.as_ref().map_or(0, |(number, _)| *number);
            format!("{} {:?} at {step}", broken.requirement, broken.symptom)
        });
        let broken: Vec<String> = broken.collect();
        format!("{name}: {}", if broken.is_empty() { "nothing".to_owned() } else { broken.join(", ") })
    });
    expect.assert_eq(&lines(all));
}

#[test]
fn option_d_rests_on_many_things() {
    check_without(
        Some('D'),
        &expect![[r#"
        CodeArtifact: install:pypi NotFound at 14
        ExternalConnection: install:pypi NotFound at 14
        CodeArtifactApiEndpoint: install:pypi Timeout at 3
        CodeArtifactRepositoriesEndpoint: install:pypi Timeout at 11
        PrivateDns: install:pypi Timeout at 3
        EndpointAdmitsNotebook: install:pypi Timeout at 3, read:s3 Timeout at 2, call:sagemaker.api Timeout at 2
        PipUsesCodeArtifact: install:pypi Timeout at 2
        EndpointS3: read:s3 Timeout at 2
        EndpointSageMakerApi: call:sagemaker.api Timeout at 2"#]],
    );
}

#[test]
fn the_base_state_rests_on_its_two_endpoints() {
    check_without(
        None,
        &expect![[r#"
        ExternalConnection: nothing
        PrivateDns: nothing
        EndpointAdmitsNotebook: read:s3 Timeout at 2, call:sagemaker.api Timeout at 2
        EndpointS3: read:s3 Timeout at 2
        EndpointSageMakerApi: call:sagemaker.api Timeout at 2"#]],
    );
}

#[test]
fn what_fails_has_a_symptom_and_what_holds_has_none() {
    let lesson = Folder::founding().lesson();
    for option in &lesson.options {
        let judged = lesson.judge(&option.parameters).unwrap();
        for answer in judged.report.sources.iter().flat_map(|source| &source.answers) {
            let holds = answer.verdict == engine::verdict::Verdict::Holds;
            assert_eq!(symptom(answer).is_none(), holds, "{} {}", option.letter, answer.requirement);
        }
    }
}

/// Each is written to `target/tmp/templates` besides, where `cargo xtask test` lets `cfn-lint` look at it.
#[test]
fn the_template_taken_along_is_the_state_itself() {
    let written = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("templates");
    std::fs::create_dir_all(&written).unwrap();
    for folder in Folder::all() {
        let lesson = folder.lesson();
        let options = lesson.options.iter().map(|option| (option.letter.to_string(), &option.parameters));
        let what_ifs = lesson.what_ifs.iter().map(|what_if| (what_if.id.to_string(), &what_if.parameters));
        for (name, parameters) in options.chain(what_ifs) {
            let text = template(&lesson.templates, &folder.template, parameters);
            let taken = Templates::parse(&[Source { name: "template.yaml", text: &text }]).unwrap();
            let (taken, meant) =
                (taken.resolve(&Parameters::new()).unwrap(), lesson.templates.resolve(parameters).unwrap());
            assert_eq!(taken, meant, "{parameters:?}");
            std::fs::write(written.join(format!("{}-{name}.yaml", folder.id())), text).unwrap();
        }
    }
}

#[track_caller]
fn check_commands(option: Option<char>, expect: &Expect) {
    let lesson = Folder::founding().lesson();
    let judged = lesson.judge(&lesson.parameters(option)).unwrap();
    let source = judged.report.sources.first().unwrap();
    let all = commands(&judged.network, source, &lesson.id);
    expect.assert_eq(&lines(all.iter().map(|command| format!("{:?}: {}", command.purpose, command.line))));
}

#[test]
fn commands_of_option_d() {
    check_commands(
        Some('D'),
        &expect![[r#"
        Deploy: aws cloudformation deploy \
          --template-file sap-349.yaml \
          --stack-name sap-349 \
          --region us-east-1 \
          --capabilities CAPABILITY_IAM
        Open: ARN=$(aws cloudformation describe-stack-resource --stack-name sap-349 \
          --logical-resource-id Notebook --query StackResourceDetail.PhysicalResourceId --output text)
        aws sagemaker create-presigned-notebook-instance-url --notebook-instance-name "${ARN##*/}" --output text
        LogIn: aws codeartifact login --tool pip --domain data-science --repository python --region us-east-1
        Install: python3 -m pip install --no-cache-dir pandas
        Resolve: getent hosts pypi.org
        Leave: curl --connect-timeout 5 --insecure --head https://pypi.org
        PublicIndex: python3 -m pip download --no-deps --retries 0 --timeout 5 --index-url https://pypi.org/simple/ requests
        Bucket: BUCKET=$(aws cloudformation describe-stack-resource --stack-name sap-349 \
          --logical-resource-id DataBucket --query StackResourceDetail.PhysicalResourceId --output text)
        echo $BUCKET
        Read: read -rp 'Bucket: ' BUCKET && aws s3 ls "s3://$BUCKET" --region us-east-1
        Call: aws sagemaker list-training-jobs --max-results 1 --region us-east-1
        CleanUp: aws cloudformation delete-stack --stack-name sap-349 --region us-east-1"#]],
    );
}

#[test]
fn commands_of_option_b() {
    check_commands(
        Some('B'),
        &expect![[r#"
        Deploy: aws cloudformation deploy \
          --template-file sap-349.yaml \
          --stack-name sap-349 \
          --region us-east-1 \
          --capabilities CAPABILITY_IAM
        Open: ARN=$(aws cloudformation describe-stack-resource --stack-name sap-349 \
          --logical-resource-id Notebook --query StackResourceDetail.PhysicalResourceId --output text)
        aws sagemaker create-presigned-notebook-instance-url --notebook-instance-name "${ARN##*/}" --output text
        Install: python3 -m pip install --no-cache-dir pandas
        Resolve: getent hosts pypi.org
        Leave: curl --connect-timeout 5 --insecure --head https://151.101.0.223
        Bucket: BUCKET=$(aws cloudformation describe-stack-resource --stack-name sap-349 \
          --logical-resource-id DataBucket --query StackResourceDetail.PhysicalResourceId --output text)
        echo $BUCKET
        Read: read -rp 'Bucket: ' BUCKET && aws s3 ls "s3://$BUCKET" --region us-east-1
        Call: aws sagemaker list-training-jobs --max-results 1 --region us-east-1
        CleanUp: aws cloudformation delete-stack --stack-name sap-349 --region us-east-1"#]],
    );
}

#[test]
fn commands_of_option_a() {
    check_commands(
        Some('A'),
        &expect![[r#"
        Deploy: aws cloudformation deploy \
          --template-file sap-349.yaml \
          --stack-name sap-349 \
          --region us-east-1 \
          --capabilities CAPABILITY_IAM
        Open: ARN=$(aws cloudformation describe-stack-resource --stack-name sap-349 \
          --logical-resource-id Notebook --query StackResourceDetail.PhysicalResourceId --output text)
        aws sagemaker create-presigned-notebook-instance-url --notebook-instance-name "${ARN##*/}" --output text
        Install: python3 -m pip install --no-cache-dir pandas
        InstallFromGit: python3 -m pip install "git+https://git-codecommit.us-east-1.amazonaws.com/v1/repos/mirror-requests"
        Resolve: getent hosts pypi.org
        Leave: curl --connect-timeout 5 --insecure --head https://pypi.org
        Bucket: BUCKET=$(aws cloudformation describe-stack-resource --stack-name sap-349 \
          --logical-resource-id DataBucket --query StackResourceDetail.PhysicalResourceId --output text)
        echo $BUCKET
        Read: read -rp 'Bucket: ' BUCKET && aws s3 ls "s3://$BUCKET" --region us-east-1
        Call: aws sagemaker list-training-jobs --max-results 1 --region us-east-1
        CleanUp: aws cloudformation delete-stack --stack-name sap-349 --region us-east-1"#]],
    );
}
