//! One resolve: the stacks that the files make, and what was worked out of them so far.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;

use super::{
    Lookup, Parameters, Place, Reference, TemplateError, TemplateErrorKind, Templates, Unknown, UnknownWhy,
    Value,
    attributes::{Setting, Subject},
    declaration::{ResourceDecl, Template},
    sections::property,
    stacks::Export,
};

/// How deep evaluation may go through names, outputs and parameters of other stacks before it gives up.
const MAX_EVALUATION: u32 = 160;

/// A stack: a template with its parameters.
pub(super) struct Instance<'t> {
    /// The template.
    pub(super) template: &'t Template,
    /// `AWS::StackName`.
    pub(super) stack_name: String,
    /// For a nested stack, the parent and the resource there.
    pub(super) parent: Option<(usize, &'t ResourceDecl)>,
    /// The ids of its resources.
    pub(super) ids: Vec<Box<str>>,
    /// Where each id stands.
    pub(super) by_id: Lookup,
    /// The stacks its resources make.
    pub(super) children: Vec<(usize, usize)>,
    /// Parameter values.
    pub(super) parameters: Vec<Once<Value>>,
    /// Whether the conditions hold.
    pub(super) conditions: Vec<Once<Result<bool, Unknown>>>,
    /// Output values.
    pub(super) outputs: Vec<Once<Value>>,
}

/// Something worked out at most once; asking for it while it is being worked out gives `None`.
pub(super) struct Once<T> {
    value: OnceCell<T>,
    busy: Cell<bool>,
}

impl<T> Default for Once<T> {
    fn default() -> Once<T> {
        Once { value: OnceCell::new(), busy: Cell::new(false) }
    }
}

impl<T> Once<T> {
    /// The value, worked out by `make` the first time.
    pub(super) fn get(&self, make: impl FnOnce() -> T) -> Option<&T> {
        if let Some(value) = self.value.get() {
            return Some(value);
        }
        if self.busy.replace(true) {
            return None;
        }
        let value = make();
        self.busy.set(false);
        Some(self.value.get_or_init(|| value))
    }
}

/// Everything of one resolve.
pub(super) struct World<'t> {
    /// The files.
    pub(super) templates: &'t Templates,
    /// The values given.
    pub(super) given: &'t Parameters,
    /// The region.
    pub(super) region: &'t str,
    /// The account.
    pub(super) account: &'t str,
    /// The partition.
    pub(super) partition: &'t str,
    /// The stacks.
    pub(super) instances: Vec<Instance<'t>>,
    /// What the stacks export.
    pub(super) exports: Once<Vec<Export>>,
    /// Set while export names are read with the stack's name left open.
    pub(super) stack_names_open: Cell<bool>,
    /// Set while a resource that is switched off is read: its errors do not count.
    pub(super) quiet: Cell<bool>,
    /// Texts of references: by stack, resource, attribute (empty for `Ref`), and whether stack names are open. While one is
    /// being worked out it counts as not known, so that names made of each other end.
    #[expect(clippy::type_complexity, reason = "told above")]
    texts: RefCell<BTreeMap<(usize, usize, String, bool), Option<String>>>,
    depth: Cell<u32>,
    errors: RefCell<Vec<TemplateError>>,
}

impl<'t> World<'t> {
    /// The stacks of the files, nothing worked out yet.
    pub(super) fn new(templates: &'t Templates, given: &'t Parameters) -> World<'t> {
        let value = |name: &str| given.get(name).map(String::as_str).filter(|v| !v.is_empty());
        let region = value("AWS::Region").unwrap_or("us-east-1");
        let partition = match region {
            r if r.starts_with("cn-") => "aws-cn",
            r if r.starts_with("us-gov-") => "aws-us-gov",
            _ => "aws",
        };
        let mut world = World {
            templates,
            given,
            region,
            account: value("AWS::AccountId").unwrap_or("111122223333"),
            partition: value("AWS::Partition").unwrap_or(partition),
            instances: Vec::new(),
            exports: Once::default(),
            stack_names_open: Cell::new(false),
            quiet: Cell::new(false),
            texts: RefCell::new(BTreeMap::new()),
            depth: Cell::new(0),
            errors: RefCell::new(Vec::new()),
        };
        world.lay_out();
        world
    }

    /// Notes an error.
    pub(super) fn error(&self, place: Place, kind: TemplateErrorKind) {
        if self.quiet.get() {
            return;
        }
        let file = self.templates.files.get(usize::from(place.file));
        let file = file.map(|f| f.name.to_string()).unwrap_or_default();
        let error = TemplateError { file, place, kind };
        let mut errors = self.errors.borrow_mut();
        if !errors.contains(&error) {
            errors.push(error);
        }
    }

    /// Notes a value of the wrong shape; what stands in its place.
    pub(super) fn expected(
        &self,
        place: Place,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> Value {
        let found = found.into();
        let what = found.as_str().into();
        self.error(place, TemplateErrorKind::Expected { expected: expected.into(), found });
        Value::Unknown(Unknown { what, why: UnknownWhy::FunctionNotEvaluated })
    }

    /// The errors in order of place.
    pub(super) fn into_errors(self) -> Vec<TemplateError> {
        let mut errors = self.errors.into_inner();
        errors.sort_by_key(|error| error.place);
        errors
    }

    /// Runs `work` one level deeper; `None` when that is too deep.
    pub(super) fn deeper<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        let depth = self.depth.get();
        if depth >= MAX_EVALUATION {
            return None;
        }
        self.depth.set(depth + 1);
        let result = work();
        self.depth.set(depth);
        Some(result)
    }

    /// Where the stacks are.
    pub(super) fn setting(&self) -> Setting<'_> {
        Setting { region: self.region, account: self.account, partition: self.partition }
    }

    /// A resource as declared, with its id.
    pub(super) fn resource(&self, at: usize, index: usize) -> Option<(&ResourceDecl, &str)> {
        let instance = self.instances.get(at)?;
        Some((instance.template.resources.get(index)?, instance.ids.get(index)?))
    }

    /// What stands alone for `Ref` and `GetAtt`.
    pub(super) fn reference(&self, at: usize, index: usize, attribute: Option<&str>) -> Value {
        let id = self.resource(at, index).map_or("", |(_, id)| id);
        Value::Reference(Reference { resource: id.into(), attribute: attribute.map(Into::into) })
    }

    /// The text that `Ref` or `GetAtt` gives, as far as the template says.
    pub(super) fn known_text(&self, at: usize, index: usize, attribute: Option<&str>) -> Option<String> {
        let key = (at, index, attribute.unwrap_or_default().to_owned(), self.stack_names_open.get());
        if let Some(text) = self.texts.borrow().get(&key) {
            return text.clone();
        }
        self.texts.borrow_mut().insert(key.clone(), None);
        let text = self.work_out_text(at, index, attribute);
        self.texts.borrow_mut().insert(key, text.clone());
        text
    }

    fn work_out_text(&self, at: usize, index: usize, attribute: Option<&str>) -> Option<String> {
        let (resource, id) = self.resource(at, index)?;
        let property = |name: &str| {
            let expr = property(&resource.properties, name)?;
            self.deeper(|| self.text(at, expr).ok())?
        };
        let subject = Subject { kind: &resource.kind, id, setting: self.setting(), property: &property };
        subject.text(attribute)
    }

    /// The same, with the placeholder for what the template does not say.
    pub(super) fn reference_text(&self, at: usize, index: usize, attribute: Option<&str>) -> String {
        self.known_text(at, index, attribute).unwrap_or_else(|| {
            Subject::placeholder(self.resource(at, index).map_or("", |(_, id)| id), attribute)
        })
    }

    /// The text of a reference found in a value.
    pub(super) fn text_of(&self, reference: &Reference) -> String {
        match self.find(&reference.resource) {
            Some((at, index)) => self.reference_text(at, index, reference.attribute.as_deref()),
            None => Subject::placeholder(&reference.resource, reference.attribute.as_deref()),
        }
    }

    /// The resource with this id.
    pub(super) fn find(&self, id: &str) -> Option<(usize, usize)> {
        self.instances.iter().enumerate().find_map(|(at, instance)| {
            instance.by_id.position(&instance.ids, |other| &**other, id).map(|index| (at, index))
        })
    }

    /// Text that is nothing but a placeholder stands for the resource itself: so a list of ids survives being joined,
    /// passed on and split again.
    #[expect(clippy::wrong_self_convention, reason = "the text is what it is made from")]
    pub(super) fn from_text(&self, text: &str) -> Value {
        let inner = text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
        if let Some(inner) = inner.filter(|inner| !inner.contains('}')) {
            let parts = [Some((inner, None)), inner.rsplit_once('.').map(|(id, a)| (id, Some(a)))];
            for (id, attribute) in parts.into_iter().flatten() {
                if self.find(id).is_some() {
                    return Value::Reference(Reference {
                        resource: id.into(),
                        attribute: attribute.map(Into::into),
                    });
                }
            }
        }
        Value::Text(text.into())
    }
}
